import { element } from '../dom.ts'
import type { Links } from '../links.ts'
import type { ReviewDocument, ReviewText } from '../review.ts'
import type { PageWords } from '../words.ts'
import type { Operand, Paper } from './pages.ts'

/** Characters of the text that are one: in a value, in none that is known, or neither. */
interface Mark {
  readonly from: number
  readonly to: number
  readonly pointer: string | null
  readonly title: string
}

/** A text with its values marked, and what belongs to none in red. */
export function textPaper(
  doc: ReviewDocument,
  { from, text }: ReviewText,
  links: Links,
  onPick: (pointer: string) => void,
  words: PageWords,
): Paper {
  const root = element('pre', { class: 'text', tabindex: 0, 'aria-label': words.text })
  const marked: { readonly mark: Mark; readonly element: HTMLElement }[] = []
  let at = 0
  for (const mark of marksIn(doc, words)) {
    const [start, end] = [Math.max(at, mark.from - from), Math.min(text.length, mark.to - from)]
    if (end <= start) continue
    const shown = element(
      'mark',
      { class: mark.pointer === null ? 'unclaimed' : 'value', title: mark.title },
      text.slice(start, end),
    )
    root.append(text.slice(at, start), shown)
    marked.push({ mark, element: shown })
    at = end
    const { pointer } = mark
    if (pointer === null) continue
    shown.dataset.pointer = pointer
    shown.addEventListener('mouseenter', () => links.light(pointer))
    shown.addEventListener('click', () => onPick(pointer))
    links.add(pointer, shown)
  }
  root.append(text.slice(at))
  const elementAt = (place: Operand['place']) =>
    marked.find(({ mark }) => place.span && mark.from < place.span[1] && place.span[0] < mark.to)?.element
  return {
    root,
    show: place => elementAt(place)?.scrollIntoView({ block: 'nearest' }),
    join: operands => {
      for (const { element: shown } of marked) shown.classList.remove('operand')
      for (const { place } of operands) elementAt(place)?.classList.add('operand')
    },
  }
}

/** In the order of the text. Where two values share characters, they show the first. */
function marksIn({ fields, unclaimed }: ReviewDocument, words: PageWords): Mark[] {
  const values = fields.flatMap(({ pointer, name, places }) =>
    places.map(({ span }) => ({ span, pointer, title: name })),
  )
  const others = unclaimed.map(({ place: { span } }) => ({ span, pointer: null, title: words.unclaimed }))
  return [...values, ...others]
    .flatMap(({ span, ...mark }) => (span ? [{ from: span[0], to: span[1], ...mark }] : []))
    .sort((a, b) => a.from - b.from)
}
