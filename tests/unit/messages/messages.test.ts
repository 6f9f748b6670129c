import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { catalogueOf, messageFiles, readMessages } from '../../../app/messages/build.ts'
import { compileMessages, pseudoCatalogue } from '../../../app/messages/compile.ts'
import { faultWords } from '../../../server/domain/imports/faults.en.ts'
import { refusalWords } from '../../../server/domain/refusals.en.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const messages = readMessages('en')
const ids = Object.keys(messages)

function sourceFiles(...folders: string[]): ts.SourceFile[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(project, folder, path),
    ),
  )
  return paths
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.en.ts'))
    .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true))
}

function visit(node: ts.Node, see: (node: ts.Node) => void) {
  see(node)
  node.forEachChild((child) => visit(child, see))
}

/** Every text in the files, and every template as the pattern of the texts that it can make. */
function textsIn(files: ts.SourceFile[]): { texts: Set<string>; patterns: RegExp[] } {
  const texts = new Set<string>()
  const patterns: RegExp[] = []
  for (const file of files) {
    visit(file, (node) => {
      if (ts.isStringLiteralLike(node)) texts.add(node.text)
      if (!ts.isTemplateExpression(node)) return
      const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
      // A template counts only when its fixed parts name a place in the catalogue: `figure.missing.${reason}`.
      if (parts.join('').includes('.')) patterns.push(new RegExp(`^${parts.map(literally).join('[\\w.-]+')}$`))
    })
  }
  return { texts, patterns }
}

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe('the catalogue', () => {
  const used = textsIn(sourceFiles('app', 'server/domain'))

  test('is valid ICU throughout', () => {
    expect(() => compileMessages(messages)).not.toThrow()
  })

  test('names the message that is not valid', () => {
    expect(() => compileMessages({ 'a.b': '{count, plural, one {#}' })).toThrow('a.b')
  })

  test('holds no message that nothing uses', () => {
    const unused = ids.filter(
      (id) => !(id in refusalWords) && !used.texts.has(id) && !used.patterns.some((pattern) => pattern.test(id)),
    )
    expect(unused).toEqual([])
  })

  test('holds every id that a page asks for', () => {
    const asked: string[] = []
    for (const file of sourceFiles('app')) {
      visit(file, (node) => {
        const id = askedId(node)
        if (id !== undefined && !ids.includes(id)) asked.push(`${file.fileName}: ${id}`)
      })
    }
    expect(asked).toEqual([])
  })

  test('is made of files that the types know, each of them', () => {
    const typed = readFileSync(join(project, 'app/messages/ids.ts'), 'utf8')
    const forgotten = messageFiles('en').filter((path) => !typed.includes(`'./en/${basename(path)}'`))
    expect(forgotten).toEqual([])
  })
})

/** The id in `<FormattedMessage id="…" />` or `formatMessage({ id: '…' })`, when it is written out. */
function askedId(node: ts.Node): string | undefined {
  if (ts.isJsxAttribute(node) && node.name.getText() === 'id' && /Formatted/.test(node.parent.parent.getText())) {
    return node.initializer && ts.isStringLiteral(node.initializer) ? node.initializer.text : undefined
  }
  if (!ts.isCallExpression(node) || !/formatMessage$/.test(node.expression.getText())) return undefined
  const [given] = node.arguments
  if (!given || !ts.isObjectLiteralExpression(given)) return undefined
  const id = given.properties.find((property) => property.name?.getText() === 'id')
  return id && ts.isPropertyAssignment(id) && ts.isStringLiteral(id.initializer) ? id.initializer.text : undefined
}

test('every refusal of the server has words', () => {
  const wordless: string[] = []
  for (const file of sourceFiles('server', 'db')) {
    visit(file, (node) => {
      if (!ts.isNewExpression(node) || node.expression.getText() !== 'DomainError') return
      const id = node.arguments?.[1]
      if (!id || !ts.isStringLiteral(id)) return
      if (!(id.text in messages) && !(id.text in faultWords)) wordless.push(`${file.fileName}: ${id.text}`)
    })
  }
  expect(wordless).toEqual([])
})

describe('the pseudo-language', () => {
  test('changes what is read and keeps values and choices', () => {
    const compiled = compileMessages({ a: 'See {count, plural, one {# person} other {# people}} of <b>{place}</b>' })
    const text = JSON.stringify(pseudoCatalogue(compiled))
    expect(text).toContain('péršöñ')
    expect(text).toContain('"value":"place"')
    expect(text).toContain('"other"')
    expect(text).not.toContain('person')
  })

  test('has every message of English', () => {
    expect(Object.keys(catalogueOf('en-XA'))).toEqual(Object.keys(catalogueOf('en')))
  })
})

test('how many there are is written as the language writes numbers: 10,000, not 10000', () => {
  expect(ids.filter((id) => /\{(count|total)\}/.test(messages[id] ?? ''))).toEqual([])
})
