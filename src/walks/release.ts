import type { ReleaseFinding } from '../diagnostics/release.ts'
import type { Doc } from '../envelope.ts'
import type { AnyLayout } from '../layouts/kit/layout.ts'

/** What is kept of one document until the release is read: plain as JSON, with the place of its input among the inputs. */
export interface ReleaseFact {
  readonly layout: string
  readonly input: number
  readonly facts: unknown
}

/** What a document leaves for the checks across its release, or null where its layout has none. */
export function releaseFactOf(doc: Doc, input: number, layouts: readonly AnyLayout[]): ReleaseFact | null {
  const checks = layouts.find(layout => layout.id === doc.layout)?.release
  return checks ? { layout: doc.layout, input, facts: checks.facts(doc) } : null
}

/**
 * The findings across a release, layout by layout. Documents of one input come in their order; inputs may have arrived in any
 * order.
 */
export function releaseFindings(facts: readonly ReleaseFact[], layouts: readonly AnyLayout[]): ReleaseFinding[] {
  const inOrder = facts.toSorted((a, b) => a.input - b.input)
  return layouts.flatMap(({ id, release }) => {
    const own = inOrder.filter(fact => fact.layout === id).map(fact => fact.facts)
    return release?.findings(own) ?? []
  })
}
