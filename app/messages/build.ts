import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { type Language, languages } from '../../server/domain/languages.ts'
import { refusalWords } from '../../server/domain/refusals.en.ts'
import { type Catalogue, compileMessages, pseudoCatalogue } from './compile.ts'

const prefix = 'virtual:messages/'
const folder = import.meta.dirname

/** All messages of a language, as written, with the words of refusals; an id that stands in two files is refused. */
export function readMessages(source: string): Record<string, string> {
  const texts: Record<string, string> = source === 'en' ? { ...refusalWords } : {}
  for (const file of messageFiles(source)) {
    for (const [id, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)) {
      if (id in texts) throw new Error(`message ${id} stands in two files, one of them ${file}`)
      texts[id] = text
    }
  }
  return texts
}

export function messageFiles(source: string): string[] {
  const names = readdirSync(join(folder, source)).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => join(folder, source, name))
}

/** One language's catalogue, compiled; English stands in for what a language has not translated yet. */
export function catalogueOf(language: Language): Catalogue {
  const compiled = compileMessages({ ...readMessages('en'), ...readMessages(languages[language].source) })
  return language === 'en-XA' ? pseudoCatalogue(compiled) : compiled
}

/** The part of the build that compiles the catalogues: 'virtual:messages/en' is the module of one language. */
export function messageCatalogues(): Plugin {
  return {
    name: 'message-catalogues',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const language = id.slice(prefix.length + 1) as Language
      for (const file of messageFiles(languages[language].source)) this.addWatchFile(file)
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(catalogueOf(language)))})`
    },
  }
}

/** The part of the build that leaves the parser of messages out of the browser's bundle. */
export function withoutMessageParser(): Plugin {
  const parser = '@formatjs/icu-messageformat-parser'
  return {
    name: 'without-message-parser',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer, options) {
      if (options.ssr || source !== parser) return undefined
      return this.resolve(`${parser}/no-parser.js`, importer, { skipSelf: true })
    },
  }
}
