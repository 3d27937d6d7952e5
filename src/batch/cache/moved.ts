import type { Result } from '../../envelope.ts'

/** A result as if its input had stood at another path: nothing else of it depends on the path. */
export const movedTo = (path: string, { input, documents, failures }: Result): Result => ({
  input: input && { ...input, path },
  documents: documents.map(doc => ({ ...doc, source: { ...doc.source, path } })),
  failures: failures.map(failure => ({ ...failure, path })),
})
