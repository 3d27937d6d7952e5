import { type Line, linesOf, type Page, type Rect, type SourceDocument } from '../document/model.ts'
import { matches, type Printed, spansOf } from '../document/printed.ts'
import { catalogueOf } from '../messages/catalogue.ts'
import type { AnyLanguage } from '../messages/language.ts'
import type { Rulings } from '../readers/pdf/rulings/rulings.ts'
import { drawnBlocks } from './blocks.ts'
import { drawnMargin, type Empty, marginHeight } from './margin.ts'
import type { FieldMark, UnclaimedText } from './marks.ts'
import { type Part, rectOf, textIn } from './shapes.ts'
import { colorOf, marginWidth, style } from './style.ts'
import { element, escaped, shortNumber } from './xml.ts'

/** All that is to be seen of one page. */
export interface Picture {
  readonly source: SourceDocument
  readonly page: Page
  readonly size: readonly [width: number, height: number]
  readonly rulings: Rulings | undefined
  readonly fields: readonly FieldMark[]
  readonly unclaimed: readonly UnclaimedText[]
  readonly empty: Empty
  /** What became of the page, a line each. */
  readonly said: readonly string[]
  readonly words: DrawingWords
}

/** A page as SVG: what was found on it, layer by layer, and beside it what was not. */
export function svgOf(picture: Picture): string {
  const [width, height] = picture.size
  const layers = [
    layer('rulings', drawnRulings(picture.rulings, picture.page)),
    layer('cells', drawnBlocks(picture.page, picture.words)),
    layer(
      'lines',
      [...linesOf(picture.page.blocks)].map(line => drawnLine(line, picture)),
    ),
    layer('fields', drawnFields(picture.fields)),
    layer(
      'unclaimed',
      picture.unclaimed.map(each => drawnUnclaimed(each, picture.words.inNoField)),
    ),
    layer('margin', drawnMargin(picture, width), { class: 'margin' }),
  ]
  const paper = element('rect', { class: 'paper', x: 0, y: 0, width, height })
  const [wide, high] = [width + marginWidth, Math.max(height, marginHeight(picture))].map(shortNumber)
  const root = { xmlns: 'http://www.w3.org/2000/svg', width: `${wide}pt`, height: `${high}pt` }
  const content = ['', element('style', {}, style), paper, ...layers, ''].join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', { ...root, viewBox: `0 0 ${wide} ${high}` }, content)}\n`
}

/** What a drawing says in a language. */
export function drawingWords(language: AnyLanguage) {
  const {
    CELL: cell,
    NO_FIELD_EMPTY: noneEmpty,
    EMPTY_FIELDS: empty,
    IN_NO_FIELD: inNoField,
  } = catalogueOf(language).phrases
  return { cell, noneEmpty, empty, inNoField }
}

type DrawingWords = ReturnType<typeof drawingWords>

const layer = (id: string, drawn: readonly string[], attributes: { class?: string } = {}): string =>
  element('g', { id, ...attributes }, drawn.length === 0 ? '' : ['', ...drawn, ''].join('\n'))

function drawnRulings(rulings: Rulings | undefined, { shown = rect => rect }: Page): string[] {
  if (!rulings) return []
  const fills = rulings.fills.map(({ rect, color }) =>
    element('rect', { class: 'fill', ...rectOf(shown(rect)), fill: `rgb(${color.slice(0, 3).join(',')})` }),
  )
  const lines = [...rulings.horizontal, ...rulings.vertical].map(({ axis, at, from, to, dashed }) => {
    const [x1, y1, x2, y2] = shown(axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to])
    return element('line', { class: dashed ? 'ruling dashed' : 'ruling', x1, y1, x2, y2 })
  })
  return [...fills, ...lines]
}

function drawnLine(line: Line, { source, page }: Picture): string {
  if (!line.bbox) return ''
  const bounds = element('rect', { class: 'bounds', ...rectOf(page.shown?.(line.bbox) ?? line.bbox) })
  const parts = [...matches(line.on, /\S+/dg)].flatMap(({ whole }) => partsOf(whole, source))
  return element('g', { 'data-line': line.number }, bounds + textIn(parts, 'printed'))
}

const partsOf = (on: Printed, source: SourceDocument): Part[] =>
  spansOf(on).flatMap(span => {
    const [place] = source.places(span)
    return place?.bbox ? [{ text: source.text.slice(...span), rect: place.bbox }] : []
  })

/** A field has one colour everywhere. */
function drawnFields(fields: readonly FieldMark[]): string[] {
  const kinds = [...new Set(fields.map(kindOf))]
  return fields.map(field => drawnField(field, colorOf(kinds.indexOf(kindOf(field)))))
}

const kindOf = ({ pointer }: FieldMark): string => pointer.replace(/\/\d+/g, '')

function drawnField({ pointer, name, value, rects }: FieldMark, color: string): string {
  const [x, y] = rects[0] as Rect
  const shown = typeof value === 'string' ? value : JSON.stringify(value)
  const title = element('title', {}, escaped(`${name}\n${pointer}\n${shown}`))
  const boxes = rects.map(rect => element('rect', rectOf(rect)))
  const label = element('text', { x, y: y - 0.6 }, escaped(name))
  const attributes = { class: 'field', color, 'data-pointer': pointer, 'data-name': name }
  return element('g', attributes, [title, ...boxes, label].join(''))
}

function drawnUnclaimed({ text, rect }: UnclaimedText, what: string): string {
  const title = element('title', {}, escaped(`${what}\n${text}`))
  return element('g', { class: 'unclaimed' }, title + element('rect', rectOf(rect)) + textIn([{ text, rect }]))
}
