import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { pseudo } from '../../server/domain/languages.ts'

/** A catalogue of one language: each message by its id, as the syntax tree that the screen formats. */
export type Catalogue = Record<string, MessageFormatElement[]>

/**
 * Compiles the messages of one language, so that no parser travels to the browser.
 *
 * @throws Error naming the id of a message that is not valid ICU.
 */
export function compileMessages(texts: Record<string, string>): Catalogue {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, compileMessage(id, text)]))
}

function compileMessage(id: string, text: string): MessageFormatElement[] {
  try {
    return parse(text, { captureLocation: false })
  } catch (cause) {
    throw new Error(`message ${id} is not valid ICU: ${text}`, { cause })
  }
}

/** The same catalogue in the pseudo-language: only what is read is changed, never names of values or choices. */
export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).map(([id, elements]) => [id, elements.map(pseudoElement)]))
}

function pseudoElement(element: MessageFormatElement): MessageFormatElement {
  switch (element.type) {
    case TYPE.literal:
      return { ...element, value: pseudo(element.value) }
    case TYPE.tag:
      return { ...element, children: element.children.map(pseudoElement) }
    case TYPE.plural:
    case TYPE.select: {
      const options = Object.entries(element.options).map(([choice, option]) => [
        choice,
        { ...option, value: option.value.map(pseudoElement) },
      ])
      return { ...element, options: Object.fromEntries(options) }
    }
    default:
      return element
  }
}
