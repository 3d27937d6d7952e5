import type { Block, Cell, Colour, Paragraph, Print, Run, Table } from './model.ts'

/** The print as a page of HTML, which other programs turn into a PDF. */
export function htmlOf({ paper, blocks }: Print): string {
  const { width, height, margin, size, leading, folio } = paper
  const foot = folio ? `@bottom-center { font-size: ${size}pt; content: ${folioContent(folio)} }` : ''
  const style = [
    `@page { size: ${width}pt ${height}pt; margin: ${margin}pt; ${foot} }`,
    `body { margin: 0; font: ${size}pt/${leading} 'IPAPGothic', 'IPAGothic', sans-serif }`,
    'p { margin: 0 } table { border-collapse: collapse; width: 100%; table-layout: fixed } td { padding: 2pt 3pt; vertical-align: top; overflow-wrap: anywhere }',
    '.badge { background: #c11; color: #fff; font-size: 80%; padding: 0 2pt } sup { font-size: 55%; line-height: 0 } * { print-color-adjust: exact }',
  ].join('\n')
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><style>${style}</style></head><body>${blocks.map(blockHtml).join('\n')}</body></html>`
}

/** The page number in the words of CSS: what stands around the two numbers. */
function folioContent(folio: (page: number, pages: number) => string): string {
  const [before, rest] = folio(7, 9).split('7') as [string, string]
  const [between, after] = rest.includes('9') ? (rest.split('9') as [string, string]) : [rest, undefined]
  return `'${before}' counter(page) '${between}'${after === undefined ? '' : ` counter(pages) '${after}'`}`
}

function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') return paragraphHtml(block)
  if (block.kind === 'table') return tableHtml(block)
  if (block.kind === 'gap') return `<p style="height: ${block.height}em"></p>`
  if (block.kind === 'break') return '<p style="break-after: page; page-break-after: always"></p>'
  if (block.kind === 'frame')
    return `<div style="border: 0.5pt solid #000; padding: 0.5em;${groundStyle(block.ground)}">${block.content.map(blockHtml).join('')}</div>`
  const cells = block.columns.map(
    (blocks, index) =>
      `<td style="padding: 0 0.8em 0 0; width: ${block.widths[index]}%">${blocks.map(blockHtml).join('')}</td>`,
  )
  return `<table style="table-layout: auto"><tr>${cells.join('')}</tr></table>`
}

function paragraphHtml({
  runs,
  align,
  indent = 0,
  hanging = 0,
  left = 0,
  scale = 1,
  ground,
  after = 0,
  underlined,
}: Paragraph): string {
  const style = [
    `text-align: ${align ?? 'left'}`,
    `padding-left: ${left + hanging}em`,
    `text-indent: ${indent - hanging}em`,
    `font-size: ${100 * scale}%`,
    `margin-bottom: ${after}em`,
    underlined ? 'border-bottom: 0.5pt solid #000' : '',
    groundStyle(ground),
  ]
  return `<p style="${style.join('; ')}">${runs.map(runHtml).join('')}</p>`
}

function runHtml({ text, bold, raised, badge, colour }: Run): string {
  const words = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')
  const plain = raised ? `<sup>${words}</sup>` : badge ? `<span class="badge">${words}</span>` : words
  const coloured = colour ? `<span style="color: ${css(colour)}">${plain}</span>` : plain
  return bold ? `<b>${coloured}</b>` : coloured
}

function tableHtml({ widths, rows, heads, rules, cuts }: Table): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map(width => `<col style="width: ${((100 * width) / total).toFixed(2)}%">`).join('')
  const border =
    rules === 'all' ? 'border: 0.5pt solid #000' : 'border-top: 0.5pt solid #000; border-bottom: 0.5pt solid #000'
  const rowHtml = (cells: readonly Cell[]) =>
    `<tr style="break-inside: ${cuts ? 'auto' : 'avoid'}">${cells.map(own => cellHtml(own, border)).join('')}</tr>`
  const [above, below] = [rows.slice(0, heads), rows.slice(heads)]
  return `<table><colgroup>${columns}</colgroup>${above.length > 0 ? `<thead>${above.map(rowHtml).join('')}</thead>` : ''}<tbody>${below.map(rowHtml).join('\n')}</tbody></table>`
}

function cellHtml({ content, columns = 1, rows = 1, ground, middle }: Cell, border: string): string {
  const style = `${border}; vertical-align: ${middle ? 'middle' : 'top'};${groundStyle(ground)}`
  return `<td colspan="${columns}" rowspan="${rows}" style="${style}">${content.map(boxedHtml).join('')}</td>`
}

/** A paragraph of a cell; the first of those that share a frame opens it, the last closes it. */
function boxedHtml(paragraph: Paragraph, index: number, all: readonly Paragraph[]): string {
  const opens = paragraph.boxed && !all[index - 1]?.boxed
  const closes = paragraph.boxed && !all[index + 1]?.boxed
  return `${opens ? '<div style="border: 0.5pt dashed #000; padding: 1pt 3pt">' : ''}${paragraphHtml(paragraph)}${closes ? '</div>' : ''}`
}

const groundStyle = (colour: Colour | undefined): string => (colour ? `background: ${css(colour)}` : '')
const css = (colour: Colour): string => `rgb(${colour.map(part => Math.round(part * 255)).join(', ')})`
