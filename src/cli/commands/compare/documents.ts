import type { Doc, Extraction } from '../../../envelope.ts'

/**
 * The documents in a text that `extract` wrote as JSON or JSON Lines, and that was checked against the schema; and how many inputs failed,
 * which JSON Lines does not say.
 */
export function documentsIn(text: string): { readonly documents: readonly Doc[]; readonly failed: number } {
  const whole = parsed(text)
  if (whole && 'documents' in whole) {
    const { documents, failures } = whole as Extraction
    return { documents, failed: failures.length }
  }
  const documents: Doc[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const { document, record } = JSON.parse(line.replace(/^\uFEFF/u, '')) as { document?: Doc; record?: unknown }
    if (document) documents.push({ ...document, records: [] })
    else documents.at(-1)?.records.push(record)
  }
  return { documents, failed: 0 }
}

function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as object
  } catch {
    return undefined
  }
}
