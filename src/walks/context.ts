import type { SourceDocument } from '../document/model.ts'
import { type Printed, type Span, spansOf } from '../document/printed.ts'
import { partsWithin } from '../document/ranges.ts'

/** Characters before and after, and of the text itself. */
const around = 16
const most = 48
/** Source characters that are looked at on each side: converters write much between two printed ones. */
const reach = 400

/** The printed text around something as one line, what it is about between 《 and 》; null where it is printed nowhere. */
export function contextOf(source: SourceDocument, on: Printed | undefined): string | null {
  const spans = on ? spansOf(on) : []
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return null
  const before = [...printedIn(source, [first[0] - reach, first[0]])]
  const after = [...printedIn(source, [last[1], last[1] + reach])]
  const own = [...spans.map(span => printedIn(source, span)).join('')]
  return [
    ...(before.length > around ? ['…'] : []),
    ...before.slice(-around),
    '《',
    ...(own.length > most ? [...own.slice(0, most), '…'] : own),
    '》',
    ...after.slice(0, around),
    ...(after.length > around ? ['…'] : []),
  ].join('')
}

/** The printed characters in a span of the source, a space where a line ends. */
function printedIn({ text, content }: SourceDocument, span: Span): string {
  const parts = partsWithin(content, span).map(([from, to]) =>
    text.slice(Math.max(from, span[0]), Math.min(to, span[1])),
  )
  return parts.join(' ').replace(/\s+/gu, ' ')
}
