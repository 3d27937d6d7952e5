import type { SourceDocument } from '../document/model.ts'
import { type Printed, spansOf } from '../document/printed.ts'
import { answersOf, printedOf } from '../layouts/kit/leaves.ts'
import { type Evaluated, token } from './evaluate.ts'

/** The source's own characters of a leaf, a line break where the source has one, or null where nothing is printed. */
function rawText(source: SourceDocument, ons: readonly Printed[]): string | null {
  const lines: string[] = []
  let last: { page: number | null; line: number | null } | undefined
  for (const span of ons.flatMap(spansOf)) {
    const [place] = source.places(span)
    const text = source.text.slice(span[0], span[1])
    const goesOn = last && place && last.page === place.page && last.line === place.line
    if (goesOn && lines.length > 0) lines[lines.length - 1] += text
    else lines.push(text)
    last = place
  }
  return lines.length === 0 ? null : lines.join('\n')
}

/** The raw text of a leaf under its pointer; of a field with any number of answers, each under its own. */
function rawTexts(
  source: SourceDocument,
  { pointer, leaf, field }: Evaluated,
): [pointer: string, raw: string | null][] {
  if (field.answers !== 'many') return [[pointer, rawText(source, printedOf(leaf))]]
  return answersOf(leaf).map((ons, index) => [`${pointer}/${index}`, rawText(source, ons)])
}

/** The strings as read, in the shape of the values: `template` is the value tree whose leaves they replace. */
export function rawOf(
  source: SourceDocument,
  template: unknown,
  leaves: readonly Evaluated[],
  pointer: string,
): unknown {
  const texts = new Map(leaves.flatMap(leaf => rawTexts(source, leaf)))
  return replaceLeaves(template, texts, pointer)
}

function replaceLeaves(value: unknown, texts: ReadonlyMap<string, string | null>, pointer: string): unknown {
  if (texts.has(pointer)) return texts.get(pointer)
  if (Array.isArray(value)) return value.map((item, index) => replaceLeaves(item, texts, `${pointer}/${index}`))
  if (value === null || typeof value !== 'object') return null
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, replaceLeaves(part, texts, `${pointer}/${token(key)}`)]),
  )
}
