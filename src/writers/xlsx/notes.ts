import type { Note } from './sheet.ts'
import { cellName, declaration, escaped } from './xml.ts'

/** The notes of a sheet, and the drawing without which Excel shows none of them. */
export const commentsXml = (notes: readonly Note[]): string =>
  [
    declaration,
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>sapporo-eval</author></authors><commentList>',
    ...notes.map(
      ({ row, column, text }) =>
        `<comment ref="${cellName(row, column)}" authorId="0"><text><r><t xml:space="preserve">${escaped(text)}</t></r></text></comment>`,
    ),
    '</commentList></comments>',
  ].join('')

export const drawingXml = (notes: readonly Note[]): string =>
  [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...notes.map(shapeXml),
    '</xml>',
  ].join('')

const shapeXml = ({ row, column }: Note, index: number): string =>
  [
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:260pt;height:80pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 5}, 15, ${row + 5}, 2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData>`,
    '</v:shape>',
  ].join('')
