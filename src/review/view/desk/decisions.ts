import type { Decision } from '../../../walks/decisions/decision.ts'

/** What was decided, by what it is about; kept in the browser until it is saved, where the browser allows that. */
export class Decisions {
  readonly #name: string
  readonly #all = new Map<string, Decision>()
  readonly #onChange: () => void

  /** `key` names the review. */
  constructor(key: string, onChange: () => void) {
    this.#name = `sapporo-eval-review:${key.slice(0, 200)}`
    this.#onChange = onChange
    for (const decision of stored(this.#name)) this.#all.set(keyOf(decision), decision)
  }

  get count(): number {
    return this.#all.size
  }

  of(about: About): Decision | undefined {
    return this.#all.get(keyOf(about))
  }

  set(decision: Decision): void {
    this.#all.set(keyOf(decision), decision)
    this.#changed()
  }

  remove(about: About): void {
    if (this.#all.delete(keyOf(about))) this.#changed()
  }

  /** As JSON Lines. */
  text(): string {
    return [...this.#all.values()].map(decision => `${JSON.stringify(decision)}\n`).join('')
  }

  #changed(): void {
    attempt(() => localStorage.setItem(this.#name, JSON.stringify([...this.#all.values()])))
    this.#onChange()
  }
}

type About = Pick<Decision, 'source' | 'pointer' | 'read'>

/** What is about no value is known by what was read. */
const keyOf = ({ source: { sha256, pages, no }, pointer, read }: About): string =>
  JSON.stringify([sha256, pages, no, pointer, pointer === null ? read : null])

function stored(name: string): Decision[] {
  const found = attempt(() => JSON.parse(localStorage.getItem(name) ?? '[]') as unknown)
  return Array.isArray(found) ? found : []
}

/** A browser may forbid a page on a disk to keep anything. */
function attempt<T>(step: () => T): T | undefined {
  try {
    return step()
  } catch {
    return undefined
  }
}

/** Hands a text to the person as a file. */
export function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
