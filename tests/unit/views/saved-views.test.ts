import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { menu } from '../../../app/menu.ts'
import { decideView, keptPages, keptPath, mostViews } from '../../../server/domain/saved-views.ts'

describe('the page that a view keeps', () => {
  test.each([
    ['/', '/'],
    ['/compare?indicator=occupancy-rate&peers=closed', '/compare?indicator=occupancy-rate&peers=closed'],
    ['/facilities/kel-01/occupancy-rate?month=2026-01', '/facilities/kel-01/occupancy-rate?month=2026-01'],
    ['/map?theme=dark&tour=2&region=dorvath&done=view-kept', '/map?region=dorvath'],
    ['/compare?_data=routes%2Fcompare', '/compare'],
    ['/rules/nmr-45#standing', '/rules/nmr-45'],
    ['/facilities/../map', '/map'],
  ])('of %s is %s', (asked, path) => {
    expect(keptPath(asked)).toBe(path)
  })

  test.each([
    'https://evil.example/compare',
    '//evil.example/compare',
    '/\\evil.example',
    'javascript:alert(1)',
    '/account',
    '/administration/people',
    '/sign-out',
    '/views',
    '/compare.csv',
    '/facilities//occupancy-rate',
    '/indicators/occupancy-rate/chart.svg',
    '/no-such-page',
    `/compare?indicator=${'x'.repeat(1100)}`,
  ])('is none in %s', (asked) => {
    expect(keptPath(asked)).toBeUndefined()
  })

  test('goes with the latest month where it was asked to', () => {
    expect(keptPath('/map?month=2026-01&region=dorvath', { latestMonth: true })).toBe('/map?region=dorvath')
  })

  test('is a page that there is, and every page of the menu that shows figures or rules can be kept', () => {
    const files = readdirSync(fileURLToPath(new URL('../../../app/routes', import.meta.url)))
    const pages = files.map((file) =>
      file
        .replace(/\.tsx?$/, '')
        .replaceAll('_.', '.')
        .replace(/\.?_index$/, ''),
    )
    const named = (page: string) => page.slice(1).replaceAll('/', '.').replaceAll(':', '$')
    expect(keptPages.map(named).filter((page) => !pages.includes(page))).toEqual([])
    const shown = menu.filter(({ needs }) => needs !== 'security.read').map(({ to }) => to)
    expect(shown.filter((to) => !keptPages.includes(to))).toEqual([])
  })
})

describe('a view', () => {
  const asked = { name: ' Crowding ', path: '/map', latestMonth: false }
  const held = [{ id: '1', name: 'Crowding', path: '/map' }]
  const refusal = (work: () => unknown) => {
    try {
      return work()
    } catch (error) {
      return (error as Error).message
    }
  }

  test('has a name without blanks around it', () => {
    expect(decideView(asked, [])).toEqual({ name: 'Crowding', path: '/map' })
  })

  test.each([
    ['without a name', { ...asked, name: '  ' }, [], 'view.name'],
    ['with a name of 81 characters', { ...asked, name: 'x'.repeat(81) }, [], 'view.name'],
    ['by the name of another', asked, held, 'view.twice'],
    ['of a page that is none', { ...asked, path: '//evil.example' }, [], 'view.page'],
    ['beyond the last', { ...asked, name: 'New' }, Array.from({ length: mostViews }, () => held[0]!), 'view.most'],
  ])('%s is refused', (_name, given, others, reason) => {
    expect(refusal(() => decideView(given, others))).toBe(reason)
  })
})
