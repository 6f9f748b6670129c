/**
 * The style sheet of charts as a file carries it: light colours in their places, because drawing programs know no custom
 * properties, and nothing that asks for a screen. A mark's colour follows from its role, on the mark or on what holds it.
 */
export function fileStyle(sheet: string): string {
  const plain = sheet.replace(/\/\*[\s\S]*?\*\//g, '')
  const colours = rootColours(plain)
  const withColours = (text: string) =>
    text.replace(/var\((--chart-\w+)\)/g, (whole, name) => colours.get(name) ?? whole)
  const rules = rulesOf(plain).filter(({ selector }) => /\.chart-/.test(selector) && !selector.startsWith('@'))
  const marks = new Map(
    rules.flatMap(({ selector, body }) => {
      const colour = body.match(/--chart-mark:\s*([^;]+);/)?.[1]
      return colour ? selector.split(',').map((role) => [role.trim(), withColours(colour)] as const) : []
    }),
  )
  return rules
    .filter(({ body }) => !body.includes('--chart-mark:'))
    .flatMap(({ selector, body }) => {
      if (!body.includes('var(--chart-mark)')) return [`${selector}{${withColours(body)}}`]
      return [...marks].map(([role, colour]) => {
        const own = selector.split(',').flatMap((one) => [`${role}${one.trim()}`, `${role} ${one.trim()}`])
        return `${own.join(',')}{${withColours(body).replaceAll('var(--chart-mark)', colour)}}`
      })
    })
    .join('\n')
}

/** The light colours of a style sheet by the names that it gives them (`--chart-ink`). */
export function rootColours(sheet: string): ReadonlyMap<string, string> {
  return new Map([...blockOf(sheet, ':root').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((one) => [one[1]!, one[2]!]))
}

function blockOf(sheet: string, selector: string): string {
  return sheet.slice(sheet.indexOf(`${selector} {`)).match(/\{([^}]*)\}/)?.[1] ?? ''
}

/** The rules that stand in no @-block. */
function rulesOf(sheet: string): { selector: string; body: string }[] {
  const found: { selector: string; body: string }[] = []
  let [depth, start, opened] = [0, 0, 0]
  for (let at = 0; at < sheet.length; at++) {
    if (sheet[at] === '{' && depth++ === 0) opened = at
    if (sheet[at] === '}' && --depth === 0) {
      const selector = sheet.slice(start, opened).trim()
      if (!selector.startsWith('@')) found.push({ selector, body: sheet.slice(opened + 1, at).trim() })
      start = at + 1
    }
  }
  return found
}
