import { drawn, element, whileShown } from '../dom.ts'
import type { Links } from '../links.ts'
import type { Box, ReviewDocument, ReviewPage, ReviewPlace } from '../review.ts'
import type { PageWords } from '../words.ts'

/** What a paper can show. */
export interface Paper {
  readonly root: HTMLElement
  /** Brings a place into view. */
  show(place: ReviewPlace): void
  /** Draws the operands of a check, joined with the first; none takes the drawing away. */
  join(operands: readonly Operand[]): void
}

export interface Operand {
  readonly place: ReviewPlace
  readonly label: string
}

/** The pages of a document as pictures; a picture, and what is drawn on it, comes when the page comes near the view. */
export function pagesPaper(
  doc: ReviewDocument,
  links: Links,
  onPick: (pointer: string) => void,
  words: PageWords,
): Paper {
  const root = element('div', { class: 'pages' })
  const sheets = new Map<number, Sheet>()
  const observer = new IntersectionObserver(
    entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        observer.unobserve(target)
        sheets.get(Number((target as HTMLElement).dataset.page))?.fill()
      }
    },
    { rootMargin: '100% 0px' },
  )
  for (const page of doc.pages) {
    const sheet = new Sheet(page, doc, links, onPick, words)
    sheets.set(page.number, sheet)
    root.append(sheet.root)
    observer.observe(sheet.root)
  }
  whileShown(root, 'beforeprint', () => {
    for (const sheet of sheets.values()) sheet.fill()
  })
  return {
    root,
    show: ({ page, box }) => sheets.get(page ?? -1)?.show(box),
    join: operands => {
      for (const [number, sheet] of sheets) sheet.join(operands.filter(({ place }) => place.page === number))
    },
  }
}

/** One page: its picture, and over it what was read there. */
class Sheet {
  readonly root: HTMLElement
  readonly #page: ReviewPage
  readonly #doc: ReviewDocument
  readonly #links: Links
  readonly #onPick: (pointer: string) => void
  readonly #words: PageWords
  readonly #overlay: SVGSVGElement
  readonly #joins: SVGGElement
  #isFilled = false

  constructor(
    page: ReviewPage,
    doc: ReviewDocument,
    links: Links,
    onPick: (pointer: string) => void,
    words: PageWords,
  ) {
    this.#page = page
    this.#doc = doc
    this.#links = links
    this.#onPick = onPick
    this.#words = words
    this.#joins = drawn('g', { class: 'joins' })
    this.#overlay = drawn('svg', { viewBox: `0 0 ${page.width} ${page.height}`, 'aria-hidden': 'true' }, this.#joins)
    const isLettered = (page.inkless ?? []).length > 0
    const note = isLettered ? ` — ${words.fontMissing}` : ''
    const caption = element('figcaption', {}, words.page({ page: page.number }) + note)
    const sheet = element('div', { class: 'sheet' }, this.#overlay)
    sheet.style.aspectRatio = `${page.width} / ${page.height}`
    this.root = element('figure', { 'data-page': page.number }, caption, sheet)
  }

  /** Loads the picture and draws what was read. */
  fill(): void {
    if (this.#isFilled) return
    this.#isFilled = true
    void this.#loadPicture()
    const boxes: SVGElement[] = []
    for (const { pointer, name, places } of this.#doc.fields)
      for (const place of places) if (place.page === this.#page.number) boxes.push(...this.#box(pointer, name, place))
    for (const { text, place } of this.#doc.unclaimed)
      if (place.page === this.#page.number && place.box)
        boxes.push(rect(place.box, { class: 'unclaimed' }, `${this.#words.unclaimed}: ${text}`))
    this.#overlay.prepend(...(this.#page.inkless ?? []).map(letter), ...boxes)
  }

  async #loadPicture(): Promise<void> {
    const { picture, number } = this.#page
    const src = typeof picture === 'function' ? await picture() : picture
    if (src === null) return
    const image = element('img', { src, alt: this.#words.pictureOf({ page: number }), decoding: 'async' })
    this.#overlay.before(image)
  }

  #box(pointer: string, name: string, { box }: ReviewPlace): SVGElement[] {
    if (!box) return []
    const made = rect(box, { class: 'value', 'data-pointer': pointer }, name)
    made.addEventListener('mouseenter', () => this.#links.light(pointer))
    made.addEventListener('click', () => this.#onPick(pointer))
    this.#links.add(pointer, made)
    return [made]
  }

  show(box: ReviewPlace['box']): void {
    this.fill()
    const { root } = this
    const pane = root.closest('.paper')
    if (!pane) return
    const sheet = this.#overlay.getBoundingClientRect()
    const scale = sheet.height / this.#page.height
    const top = sheet.top + (box ? box[1] * scale : 0)
    const bottom = sheet.top + (box ? box[3] * scale : 0)
    const seen = pane.getBoundingClientRect()
    const margin = seen.height / 6
    if (top < seen.top + margin || bottom > seen.bottom - margin) pane.scrollTop += top - seen.top - seen.height / 3
  }

  join(operands: readonly Operand[]): void {
    const [first, ...others] = operands.flatMap(({ place: { box }, label }) => (box ? [{ box, label }] : []))
    const lines = first ? others.map(({ box }) => line(centre(first.box), centre(box))) : []
    const marks = (first ? [first, ...others] : []).map(({ box, label }) => rect(box, { class: 'operand' }, label))
    this.#joins.replaceChildren(...lines, ...marks)
  }
}

/** Points by which a rectangle goes beyond the letters. */
const ease = 1

const rect = ([x0, y0, x1, y1]: Box, attributes: { [name: string]: string }, title: string): SVGElement =>
  drawn(
    'rect',
    { x: x0 - ease, y: y0 - ease, width: x1 - x0 + 2 * ease, height: y1 - y0 + 2 * ease, rx: 1, ...attributes },
    drawn('title', {}, title),
  )

/** The height of the baseline above the foot of a box, as a share of its height. */
const descent = 0.14

const letter = ({ text, box: [x0, y0, x1, y1] }: { readonly text: string; readonly box: Box }): SVGElement =>
  drawn(
    'text',
    {
      x: x0,
      y: y1 - (y1 - y0) * descent,
      'font-size': (y1 - y0) * (1 - descent),
      textLength: x1 - x0,
      lengthAdjust: 'spacingAndGlyphs',
      class: 'letter',
    },
    text,
  )

const centre = ([x0, y0, x1, y1]: Box): readonly [number, number] => [(x0 + x1) / 2, (y0 + y1) / 2]

const line = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): SVGElement =>
  drawn('line', { x1, y1, x2, y2, class: 'join' })
