import { createTheme, type MantineColorSchemeManager, type MantineColorsTuple } from '@mantine/core'
import type { Theme } from './preferences.ts'

/** The accent of palette.css as the ten shades that the component library asks for; light to dark. */
const accent: MantineColorsTuple = [
  '#e6eff7',
  '#cfe0f0',
  '#a3c4e2',
  '#74a6d3',
  '#4c8bc5',
  '#2c73b3',
  '#0b4f8a',
  '#0a4577',
  '#083a65',
  '#062e50',
]

/** The component library, dressed as palette.css and base.css have it. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  defaultRadius: 'xs',
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** The theme is kept in a cookie by the server (preferences.ts); the library only reads it. */
export function schemeFrom(chosen: Theme): MantineColorSchemeManager {
  return { get: () => chosen, set() {}, subscribe() {}, unsubscribe() {}, clear() {} }
}
