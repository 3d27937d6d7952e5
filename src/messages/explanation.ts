/** What a code means, in a sentence or two; where it comes up; and what to do about it. */
export interface Explained {
  readonly meaning: string
  readonly example: string
  readonly todo: string
}
