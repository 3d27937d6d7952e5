import type { TextWriter } from './writer.ts'

/** The extraction as one JSON text: indented by two spaces, or on one line. */
export const json: TextWriter = {
  format: 'json',
  *write(extraction, { indent = false } = {}) {
    yield `${JSON.stringify(extraction, null, indent ? 2 : 0)}\n`
  },
}
