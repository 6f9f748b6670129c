import { Link, useLocation } from '@remix-run/react'
import { lazy, type MouseEvent, Suspense, useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Icon } from '../components/icon.tsx'
import sign from '../components/sign-word.module.css'
import { keepingScope } from '../menu.ts'
import style from './finder.module.css'

/** Comes only when somebody looks for something. */
const Finder = lazy(async () => ({ default: (await import('./finder.tsx')).Finder }))

/** The way to anything by its name: a page without scripts; with them a box over the page, by Ctrl+K or ⌘K too. */
export function FinderButton() {
  const [isOpen, setOpen] = useState(false)
  const { search, key } = useLocation()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is there, so what was looked for is found
  useEffect(() => setOpen(false), [key])
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <Link
        to={keepingScope('/find', search)}
        className={style.button}
        onClick={open}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="find" />
        <span className={sign.word}>
          <FormattedMessage id="find.title" />
        </span>
      </Link>
      {isOpen && (
        <Suspense>
          <Finder onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
