/** Text sizes of a chart, in pixels; the style sheet writes the same. */
export const textSize = 12
export const lineHeight = 15

/** A rough width in pixels, for leaving room: wide scripts are a square a character, others half of one. */
export function textWidth(text: string, size = textSize): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width * size
}

/** Scripts whose characters are squares: Hangul, the Chinese and Japanese ones, and the wide forms of Latin. */
const squares = [
  [0x1100, 0x11ff],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7ff],
  [0xff00, 0xff60],
] as const

/** In shares of the text's size. */
function characterWidth(character: string): number {
  const code = character.charCodeAt(0)
  return code >= 0x1100 && squares.some(([first, last]) => code >= first && code <= last) ? 1 : 0.58
}

/** `text` in lines of at most `width` pixels, broken between words; what does not fit `lines` ends in an ellipsis. */
export function wrapped(text: string, width: number, lines = 3): string[] {
  const made: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = made.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) made[made.length - 1] = `${last} ${word}`
    else made.push(word)
  }
  const kept = made.slice(0, lines)
  if (made.length > lines) kept[lines - 1] = `${kept[lines - 1]}…`
  return kept.map((line) => shortened(line, width))
}

/** `text` cut with an ellipsis where it is wider than `width` pixels. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  const characters = [...text]
  let left = textWidth(text) + textWidth('…')
  while (characters.length > 1 && left > width) left -= textWidth(characters.pop()!)
  return `${characters.join('').trimEnd()}…`
}

/**
 * Moves stacked boxes apart so that none overlap, each as near to where it wants its middle as the others let it, within
 * `top` and `bottom` as far as they fit. Answers the middles in the order given.
 */
export function apart(boxes: readonly { middle: number; height: number }[], top: number, bottom: number): number[] {
  const order = boxes.map((box, at) => ({ ...box, at })).sort((a, b) => a.middle - b.middle)
  let free = top
  for (const box of order) {
    box.middle = Math.max(box.middle, free + box.height / 2)
    free = box.middle + box.height / 2
  }
  let floor = bottom
  for (const box of order.toReversed()) {
    box.middle = Math.min(box.middle, floor - box.height / 2)
    floor = box.middle - box.height / 2
  }
  const middles: number[] = boxes.map(() => 0)
  for (const box of order) middles[box.at] = box.middle
  return middles
}
