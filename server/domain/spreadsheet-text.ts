/**
 * Whether a spreadsheet would run a text as a formula: by its first sign, blanks before it left aside, in the narrow form or in
 * the wide one of East Asian keyboards.
 */
export function runsAsFormula(text: string): boolean {
  return /^\s*[=+\-@\t\r＝＋－＠]/.test(text)
}
