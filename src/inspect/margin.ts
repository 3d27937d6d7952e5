import { emWidth } from '../document/prose/widths.ts'
import type { Catalogue } from '../messages/catalogue.ts'
import type { EmptyField } from './marks.ts'
import { marginWidth } from './style.ts'
import { element, escaped } from './xml.ts'

/** Undefined where the page belongs to no document, so that there is no field that could be empty. */
export type Empty = readonly EmptyField[] | undefined

/** What stands beside the page. */
export interface Margin {
  readonly said: readonly string[]
  readonly empty: Empty
  readonly words: { readonly noneEmpty: string; readonly empty: Catalogue['phrases']['EMPTY_FIELDS'] }
}

const pitch = 10
const inset = 8
/** Ems that fit on a line of the margin. */
const measure = Math.floor((marginWidth - 3 * inset) / 7)

/** What became of the page, and below it every field without a value, with the reason where it is known. */
export function drawnMargin(margin: Margin, left: number): string[] {
  return linesOf(margin).map(({ text, isHead, isReason, pointer }, index) => {
    const place = { x: left + inset * (isReason ? 2 : 1), y: inset + pitch * (index + 1) }
    return element('text', { class: isHead ? 'head' : undefined, ...place, 'data-pointer': pointer }, escaped(text))
  })
}

export const marginHeight = (margin: Margin): number => 2 * inset + pitch * (linesOf(margin).length + 1)

interface MarginLine {
  readonly text: string
  readonly isHead?: boolean
  readonly isReason?: boolean
  readonly pointer?: string
}

function linesOf({ said, empty, words }: Margin): MarginLine[] {
  return [
    ...said.flatMap(text => folded(text).map(line => ({ text: line, isHead: true }))),
    ...(empty
      ? [{ text: empty.length === 0 ? words.noneEmpty : words.empty({ fields: empty.length }), isHead: true }]
      : []),
    ...(empty ?? []).flatMap(({ pointer, name, why }) => [
      { text: `${name} ${pointer}`, pointer },
      ...why.flatMap(reason => folded(reason).map(text => ({ text, isReason: true }))),
    ]),
  ]
}

/** A text as lines of the margin. */
function folded(text: string): string[] {
  const lines = ['']
  let room = measure
  for (const character of text.replace(/\s+/g, ' ')) {
    const width = emWidth(character)
    if (width > room) {
      lines.push('')
      room = measure
    }
    lines[lines.length - 1] += character
    room -= width
  }
  return lines
}
