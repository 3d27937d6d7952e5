import type { ReleaseFinding } from '../../diagnostics/release.ts'
import type { Result } from '../../pipeline.ts'
import type { ReleaseFact } from '../../walks/release.ts'

/** The facts that must agree across the documents of a run, gathered result by result: only a few per document. */
export class Release {
  readonly #isOne: boolean
  readonly #facts: ReleaseFact[] = []

  constructor(inputs: number) {
    this.#isOne = inputs === 1
  }

  /** Adds the facts of an input's documents. A single input is not a release. */
  async add({ documents }: Result, input: number): Promise<void> {
    if (this.#isOne) return
    const { releaseFactOf, layouts } = await tools()
    this.#facts.push(...documents.flatMap(doc => releaseFactOf(doc, input, layouts) ?? []))
  }

  async findings(): Promise<ReleaseFinding[]> {
    if (this.#facts.length === 0) return []
    const { releaseFindings, layouts } = await tools()
    return releaseFindings(this.#facts, layouts)
  }
}

/** Loaded with the first document: until then the reading processes need the machine for themselves. */
const tools = () => import('./release-tools.ts')
