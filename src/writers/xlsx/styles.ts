import { declaration, escaped } from './xml.ts'

/** How the content of a cell is shown. */
export const kinds = ['text', 'wrapped', 'plain', 'amount', 'decimal', 'head', 'link', 'title'] as const
export type Kind = (typeof kinds)[number]

/** How gravely a cell is doubted; the colour of its ground. */
export const grounds = ['none', 'info', 'warning', 'error'] as const
export type Ground = (typeof grounds)[number]

/** The number by which a cell refers to its style. */
export const styleOf = (kind: Kind, ground: Ground = 'none'): number =>
  grounds.indexOf(ground) * kinds.length + kinds.indexOf(kind)

/** Text is marked as text (49), so that a code stays one when the cell is edited; amounts have separators. */
const formats: { readonly [K in Kind]: number } = {
  text: 49,
  wrapped: 49,
  plain: 0,
  amount: 3,
  decimal: 164,
  head: 49,
  link: 49,
  title: 49,
}
const fonts: { readonly [K in Kind]?: number } = { head: 1, link: 2, title: 3 }

const font = (size: number, more = ''): string =>
  `<font>${more}<sz val="${size}"/>${more.includes('<u/>') ? '<color rgb="FF0563C1"/>' : ''}<name val="游ゴシック"/></font>`
const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`

/** The first two are what every workbook has; then the head, and the grounds in their order. */
const fills = `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${['D9E1F2', 'DDEBF7', 'FFF2CC', 'F8CBAD'].map(fill).join('')}`

function format(kind: Kind, ground: Ground): string {
  const filled = ground === 'none' ? (kind === 'head' ? 2 : 0) : 2 + grounds.indexOf(ground)
  const isWrapped = kind === 'wrapped' || kind === 'head'
  const alignment = `<alignment vertical="top"${isWrapped ? ' wrapText="1"' : ''}/>`
  const ids = `numFmtId="${formats[kind]}" fontId="${fonts[kind] ?? 0}" fillId="${filled}" borderId="${kind === 'head' ? 1 : 0}" xfId="0"`
  return `<xf ${ids} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
}

const borders =
  '<border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>'

/** The styles of a workbook: one for each kind on each ground. */
export function stylesXml(): string {
  const all = grounds.flatMap(ground => kinds.map(kind => format(kind, ground)))
  return [
    declaration,
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="1"><numFmt numFmtId="164" formatCode="${escaped('#,##0.0#########')}"/></numFmts>`,
    `<fonts count="4">${font(11)}${font(11, '<b/>')}${font(11, '<u/>')}${font(14, '<b/>')}</fonts>`,
    `<fills count="6">${fills}</fills>`,
    `<borders count="2">${borders}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${all.length}">${all.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}
