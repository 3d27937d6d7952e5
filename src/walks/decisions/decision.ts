/** What a person decided about a value, or about a doubt of the document: a line of `decisions.jsonl`. */
export interface Decision {
  readonly source: {
    /** As it was typed: for people, and to tell that a file was replaced. */
    readonly path: string
    /** In hexadecimal digits. */
    readonly sha256: string
    /** The pages of the file that make the document; null of a text without page breaks. */
    readonly pages: { readonly from: number; readonly to: number } | null
    /** The number of the document, from 1, among those of the file on the same pages. */
    readonly no: number
  }
  /** JSON Pointer from the document; null for a doubt about no value. */
  readonly pointer: string | null
  /** What was read when it was decided: see `readingAt`. */
  readonly read: unknown
  /** The diagnostics that were seen, and are settled by it: see `askOf`. */
  readonly asked: readonly string[]
  readonly decision: DecisionKind
  /** As printed on the page; only where it is corrected. */
  readonly value?: string
  readonly by?: string
  /** ISO 8601. */
  readonly at?: string
}

export const decisionKinds = ['accepted', 'corrected', 'unreadable'] as const
export type DecisionKind = (typeof decisionKinds)[number]
