import { commentsXml, drawingXml } from './notes.ts'
import { type Sheet, sheetPieces } from './sheet.ts'
import { stylesXml } from './styles.ts'
import { declaration, escaped } from './xml.ts'
import { type Entry, zipPieces } from './zip.ts'

const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** The bytes of a workbook, as they come. The rows of a sheet are asked for only when its turn comes. */
export const workbookPieces = (sheets: readonly Sheet[]): Iterable<Uint8Array> => zipPieces(entriesOf(sheets))

function* entriesOf(sheets: readonly Sheet[]): Iterable<Entry> {
  const plain = (name: string, text: string): Entry => ({ name, pieces: [text] })
  yield plain('[Content_Types].xml', contentTypes(sheets))
  yield plain('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  yield plain('xl/workbook.xml', workbookXml(sheets))
  const parts = sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const)
  yield plain('xl/_rels/workbook.xml.rels', relations([...parts, ['styles', 'styles.xml']]))
  yield plain('xl/styles.xml', stylesXml())
  for (const [index, sheet] of sheets.entries()) {
    const no = index + 1
    yield { name: `xl/worksheets/sheet${no}.xml`, pieces: sheetPieces(sheet) }
    if (sheet.notes.length === 0) continue
    const beside = relations([
      ['comments', `../comments${no}.xml`],
      ['vmlDrawing', `../drawings/vmlDrawing${no}.vml`],
    ])
    yield plain(`xl/worksheets/_rels/sheet${no}.xml.rels`, beside)
    yield plain(`xl/comments${no}.xml`, commentsXml(sheet.notes))
    yield plain(`xl/drawings/vmlDrawing${no}.vml`, drawingXml(sheet.notes))
  }
}

function contentTypes(sheets: readonly Sheet[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${types}.${type}+xml"/>`
  return [
    declaration,
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('workbook.xml', 'sheet.main'),
    override('styles.xml', 'styles'),
    ...sheets.map((_, index) => override(`worksheets/sheet${index + 1}.xml`, 'worksheet')),
    ...sheets.map(({ notes }, index) => (notes.length > 0 ? override(`comments${index + 1}.xml`, 'comments') : '')),
    '</Types>',
  ].join('')
}

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  [
    declaration,
    `<Relationships xmlns="${packages}/relationships">`,
    ...targets.map(
      ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    ),
    '</Relationships>',
  ].join('')

const workbookXml = (sheets: readonly Sheet[]): string =>
  [
    declaration,
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>`,
    ...sheets.map(
      ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    '</sheets></workbook>',
  ].join('')
