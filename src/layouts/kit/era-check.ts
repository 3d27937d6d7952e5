import { type Note, note } from '../../diagnostics/codes.ts'
import { findYears } from '../../normalise/era.ts'

/** Japanese and western years printed beside each other in a text, 令和3年度(2021年度), must be the same: for every layout. */
export function* eraYears(document: {
  readonly header: unknown
  readonly records: readonly unknown[]
}): Generator<Note> {
  for (const { pointer, text } of textsOf({ header: document.header, records: document.records }, ''))
    for (const found of findYears(text))
      if (found.western !== null && found.western !== found.year)
        yield note(
          'ERA_MISMATCH',
          {
            printed: text.slice(found.from, (found.westernSpan?.[1] ?? found.to) + 1),
            japanese: found.year,
            western: found.western,
          },
          { pointer, expected: found.year, actual: found.western },
        )
}

/** Every string below a value, with its pointer. */
function* textsOf(value: unknown, pointer: string): Generator<{ pointer: string; text: string }> {
  if (typeof value === 'string') yield { pointer, text: value }
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) yield* textsOf(part, `${pointer}/${key}`)
}
