import { asFailure, inputError } from '../../failures.ts'
import { layouts } from '../../layouts/registry.ts'
import { numberedIn, reviewDocumentOf, reviewOf } from '../../review/data/review-of.ts'
import { parsedDecisions } from '../../walks/decisions/parse.ts'
import type { Name, Questions } from '../questions.ts'
import { read } from './read.ts'
import { saved } from './save.ts'
import { drawn, seenOf } from './seen.ts'

type Answers = {
  readonly [N in Name]: (
    question: Questions[N]['question'],
    onPage: (pages: number) => void,
  ) => Questions[N]['answer'] | Promise<Questions[N]['answer']>
}

export const answers: Answers = {
  read,
  ended: ({ path, by: { code, args } }) => ({
    input: null,
    documents: [],
    failures: [asFailure(inputError(code, args as never), path)],
  }),
  decisions: async ({ file }) => parsedDecisions(await file.text()),
  list: ({ results }) => {
    const { key, documents, failures } = reviewOf(results, layouts, () => ({ pages: [], text: null }))
    return { key, documents, failures }
  },
  open: async ({ given, result, index }) => {
    const numbered = numberedIn(result)[index]
    if (!numbered) throw new RangeError(`no document ${index}`)
    const document = reviewDocumentOf(numbered, layouts, await seenOf(given, numbered.doc))
    return { ...document, pages: document.pages.map(({ picture: _, ...page }) => page) }
  },
  draw: ({ given, page }) => drawn(given, page),
  save: saved,
}
