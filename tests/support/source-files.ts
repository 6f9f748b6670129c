import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** One import of a file: what it names, where that leads inside the project, and whether only types are taken. */
export interface Import {
  name: string
  /** Path from the project's folder; undefined for a package and for Node's own modules. */
  file: string | undefined
  isType: boolean
  line: number
}

/** A source file as the architecture sees it. */
export interface SourceFile {
  /** Path from the project's folder, with forward slashes. */
  path: string
  lines: number
  imports: Import[]
  /** Reads of the clock and of chance: `new Date()`, `Date.now`, `Math.random`, `Temporal.Now`. */
  impure: { what: string; line: number }[]
  /** Lines that read the environment, other than to hand it to `readEnv`. */
  environment: number[]
  hasDefaultExport: boolean
}

const project = fileURLToPath(new URL('../..', import.meta.url))
const folders = ['app', 'db', 'seeds', 'server', 'tests']

/** Every TypeScript and JavaScript file of the project, configurations at the top included. */
export function readSourceFiles(): SourceFile[] {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      posix.join(folder, path.replaceAll('\\', '/')),
    ),
  )
  return [...readdirSync(project), ...inFolders]
    .filter((path) => /\.([mc]?[jt]s|tsx)$/.test(path) && !/(^|\/)(node_modules|build)\//.test(path))
    .map((path) => parseSource(path, readFileSync(join(project, path), 'utf8')))
}

/** What the architecture needs to know of the file `path` with the content `text`. */
export function parseSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  const file: SourceFile = {
    path,
    lines: text.trimEnd().split('\n').length,
    imports: [],
    impure: [],
    environment: [],
    hasDefaultExport: false,
  }
  const visit = (node: ts.Node): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
    noteImport(file, node, line)
    noteImpure(file, node, line)
    if (node.getText(tree) === 'process.env' && ts.isPropertyAccessExpression(node) && !isHandedOn(node))
      file.environment.push(line)
    if (isDefaultExport(node)) file.hasDefaultExport = true
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return file
}

function noteImport(file: SourceFile, node: ts.Node, line: number): void {
  const found = importIn(node)
  if (!found || !ts.isStringLiteral(found.name)) return
  const name = found.name.text
  file.imports.push({ name, file: resolveImport(file.path, name), isType: found.isType, line })
}

function importIn(node: ts.Node): { name: ts.Node; isType: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    return { name: node.moduleSpecifier, isType: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { name: node.moduleSpecifier, isType: node.isTypeOnly }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { name: node.argument.literal, isType: true }
  const [first] =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : []
  return first && { name: first, isType: false }
}

function resolveImport(from: string, name: string): string | undefined {
  const bare = name.replace(/\?.*$/, '')
  if (bare.startsWith('~/')) return bare.slice(2)
  return bare.startsWith('.') ? posix.join(posix.dirname(from), bare) : undefined
}

const clocks = new Set(['Date.now', 'Math.random', 'Temporal.Now', 'performance.now'])

function noteImpure(file: SourceFile, node: ts.Node, line: number): void {
  if (ts.isPropertyAccessExpression(node)) {
    const what = `${node.expression.getText()}.${node.name.text}`
    if (clocks.has(what)) file.impure.push({ what, line })
  }
  const isToday = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length
  if (isToday) file.impure.push({ what: 'new Date()', line })
}

/** `readEnv(process.env)`: the environment goes to its one reader unread. */
function isHandedOn(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'readEnv'
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true
  if (ts.isExportSpecifier(node)) return node.name.text === 'default'
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  )
}
