import { jsonText } from '../../diagnostics/json-text.ts'
import type { FormatWriter } from '../format.ts'
import { addPerInput } from '../per-input.ts'
import type { Documents } from '../writer.ts'

const extractionName = 'extraction.json'

export const jsonWriter: FormatWriter = {
  pieces: ({ extracted, isForPeople }) => jsonPieces(extracted, { indent: isForPeople }),
  names: ({ fileNames }) => (fileNames ? [...fileNames.values()] : [extractionName]),
  fill: async (folder, { extracted, fileNames }) => {
    if (fileNames) await addPerInput(folder, extracted, { names: fileNames, piecesOf: jsonPieces })
    else await folder.add(extractionName, '抽出結果', jsonPieces(extracted))
  },
  document: null,
}

interface JsonOptions {
  /** Indented by two spaces, for people; otherwise everything is on one line. */
  readonly indent?: boolean
}

/** The extraction as one JSON text with a line break at its end, in pieces: document by document, whatever their number. */
export function* jsonPieces(
  { schemaVersion, generator, inputs, documents, failures }: Documents,
  { indent = false }: JsonOptions = {},
): Iterable<string> {
  const style = indent ? indented : compact
  // Each text of an object is opened or closed where the lists come in between.
  yield `${withoutEnd(style.text({ schemaVersion, generator }), style.newLine(0))},`
  yield* listPieces('inputs', inputs, style)
  yield* listPieces('documents', documents, style)
  yield `${style.text({ failures }).slice('{'.length)}\n`
}

/** A member that is a list, with the comma behind it. */
function* listPieces(name: string, items: Iterable<unknown>, { text, newLine, space }: Style): Iterable<string> {
  yield `${newLine(1)}"${name}":${space}[`
  let isEmpty = true
  for (const item of items) {
    yield `${isEmpty ? '' : ','}${newLine(2)}${text(item).replaceAll('\n', newLine(2))}`
    isEmpty = false
  }
  yield `${isEmpty ? '' : newLine(1)}],`
}

interface Style {
  readonly text: (value: unknown) => string
  /** The white space between two members at a depth. */
  readonly newLine: (depth: number) => string
  readonly space: string
}

const compact: Style = { text: value => jsonText(value), newLine: () => '', space: '' }

const indented: Style = {
  text: value => jsonText(value, 2),
  newLine: depth => `\n${'  '.repeat(depth)}`,
  space: ' ',
}

const withoutEnd = (object: string, newLine: string): string => object.slice(0, -`${newLine}}`.length)
