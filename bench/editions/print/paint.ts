import { hex, type PageToWrite, writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { pagesOf } from './flow.ts'
import type { Item } from './items.ts'
import type { Colour, Paper, Print } from './model.ts'
import { widthOf } from './wrap.ts'

/** The print as a PDF of our own: no program and no font is needed, and the same print gives the same bytes. */
export function pdfOf(print: Print): Uint8Array {
  const pages = pagesOf(print).map((items, index, all) => [...items, ...edgesOf(print.paper, index + 1, all.length)])
  const signs = new Set(pages.flat().flatMap(item => (item.kind === 'text' ? [...item.text] : [])))
  const characters = [...signs].sort()
  const codes = new Map(characters.map((sign, code) => [sign, hex(code)]))
  const { width, height } = print.paper
  return writePdf({
    characters,
    bold: true,
    flate: true,
    pages: pages.map(
      (items): PageToWrite => ({
        mediaBox: [0, 0, width, height],
        content: items.map(item => painted(item, height, codes)).join('\n'),
      }),
    ),
  })
}

/** Page number, running head and side tab. */
function edgesOf({ width, height, margin, size, folio, runningHead, tab }: Paper, page: number, pages: number): Item[] {
  const text = (words: string, x: number, y: number, own = size * 0.9): Item => ({
    kind: 'text',
    x,
    y,
    size: own,
    text: words,
    run: { text: words },
  })
  const number = folio?.(page, pages)
  const middle = number === undefined ? 0 : (width - widthOf(number) * size * 0.9) / 2
  return [
    ...(number === undefined ? [] : [text(number, middle, height - margin / 2)]),
    ...(runningHead === undefined ? [] : [text(runningHead, margin, margin * 0.6)]),
    ...[...(tab ?? '')].map((sign, index) => text(sign, width - margin * 0.6, height / 3 + index * size * 1.1)),
  ]
}

function painted(item: Item, height: number, codes: ReadonlyMap<string, string>): string {
  if (item.kind === 'line')
    return `0 0 0 RG 0.5 w ${points(item.from[0], height - item.from[1])} m ${points(item.to[0], height - item.to[1])} l S`
  const corner = () => points(item.kind === 'text' ? 0 : item.x, height - item.y - ('height' in item ? item.height : 0))
  if (item.kind === 'box') return `0 0 0 RG 0.5 w ${corner()} ${points(item.width, item.height)} re S`
  if (item.kind === 'fill') return `${inks(item.colour)} rg ${corner()} ${points(item.width, item.height)} re f`
  const glyphs = [...item.text].map(sign => codes.get(sign)).join('')
  const font = item.run.bold ? 'B' : 'F'
  return `${inks(item.run.colour ?? [0, 0, 0])} rg BT /${font} ${item.size.toFixed(2)} Tf ${points(item.x, height - item.y)} Td <${glyphs}> Tj ET`
}

const points = (...values: readonly number[]): string => values.map(value => value.toFixed(2)).join(' ')
const inks = (colour: Colour): string => points(...colour)
