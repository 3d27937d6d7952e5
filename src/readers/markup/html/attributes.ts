import type { Token } from './html.ts'

/** How many rows or columns a cell says that it spans. */
export const spanOf = (value: string | undefined): number => (/^\s*\d{1,6}\s*$/.test(value ?? '') ? Number(value) : 1)

const frameElements = new Set(['article', 'aside', 'div', 'section'])
const borderStyle =
  /(?:^|[;\s])border(?:-(?:top|right|bottom|left|style|width|color))?\s*:(?!\s*(?:none|hidden|0(?:px)?)\s*(?:;|!|$))/i
const borderClass = /(?:^|[\s_-])(?:border|bordered|box|boxed|frame|framed)(?:$|[\s_-])/i

/** Whether an element prints a frame around what it holds. */
export function isFramed({ name, attributes }: Token): boolean {
  if (name === 'fieldset') return true
  if (!frameElements.has(name) || !attributes) return false
  return borderStyle.test(attributes.style ?? '') || borderClass.test(attributes.class ?? '')
}
