import { expect, test } from 'vitest'
import { faultsOf, openSite } from '../support/browser.ts'
import { pages } from '../support/pages.ts'

const site = await openSite()

test('going from page to page makes no markup and no script of text', async () => {
  const page = await site.open(pages.overview)
  for (const [href, main] of [
    ['/facilities', pages.facilities],
    ['/indicators', pages.indicators],
    ['/compare', pages.compare],
    ['/rules', pages.rules],
  ] as const) {
    await page.locator(`a[href^="${href}"]:visible`).first().click()
    await page.waitForURL((url) => url.pathname === main)
    await page.locator('h1').waitFor()
  }
  // The page of a fault replaces the whole content.
  await page.evaluate("window.__remixRouter.navigate('/facilities/atlantis')")
  await page.getByText('There is no such facility').first().waitFor()
  expect(faultsOf(page).filter((fault) => !fault.includes('404'))).toEqual([])
})

test.each([
  ['markup', "document.body.innerHTML = '<img src=x>'"],
  ['markup beside an element', "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')"],
  ['the address of a script', "document.createElement('script').src = '/assets/x.js'"],
  ['the text of a script', "document.createElement('script').text = 'document.title = 1'"],
  ['a function', "new Function('return 1')()"],
  ['an evaluation', "(0, eval)('1')"],
  ['a delayed evaluation', "setTimeout('document.title = 1')"],
  ['a policy that lets everything through', "trustedTypes.createPolicy('default', { createHTML: (text) => text })"],
  ['a policy of another name', "trustedTypes.createPolicy('more', { createHTML: (text) => text })"],
])('%s made of text is refused by the browser', async (_name, attempt) => {
  const page = await site.open(pages.rules)
  // In a task of the page's own: what a tool evaluates itself is let through.
  const outcome = await page.evaluate(`new Promise((done) => setTimeout(() => {
    try { ${attempt}; done('done') } catch (error) { done(error.name) }
  }))`)
  expect(['TypeError', 'EvalError']).toContain(outcome)
})

test('the text of a script that comes as markup without an element does not run', async () => {
  const page = await site.open(pages.rules)
  await page.evaluate(`new Promise((done) => setTimeout(() => {
    const script = document.createElement('script')
    script.nonce = document.querySelector('script[nonce]').nonce
    script.innerHTML = 'document.title = "run"'
    document.head.append(script)
    done()
  }))`)
  expect(await page.title()).not.toBe('run')
})
