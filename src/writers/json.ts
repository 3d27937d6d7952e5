import { jsonText } from '../diagnostics/json-text.ts'
import type { TextWriter } from './writer.ts'

/** The extraction as one JSON text: indented by two spaces, or on one line; document by document, whatever their number. */
export const json: TextWriter = {
  format: 'json',
  *write({ schemaVersion, generator, inputs, documents, failures }, { indent = false } = {}) {
    const { text, newLine, space } = indent ? indented : compact
    // Each text of an object is opened or closed where the list of documents stands in between.
    yield `${withoutEnd(text({ schemaVersion, generator, inputs }), newLine(0))},${newLine(1)}"documents":${space}[`
    let isEmpty = true
    for (const document of documents) {
      yield `${isEmpty ? '' : ','}${newLine(2)}${text(document).replaceAll('\n', newLine(2))}`
      isEmpty = false
    }
    yield `${isEmpty ? '' : newLine(1)}],${text({ failures }).slice('{'.length)}\n`
  },
}

interface Style {
  readonly text: (value: unknown) => string
  /** What stands between two members at a depth. */
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
