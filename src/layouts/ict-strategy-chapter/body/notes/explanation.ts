import type { Printed } from '../../../../document/printed.ts'

/** One explanation before its leaves are made: the definition may go on in the row below. */
export interface Explanation {
  readonly no: Printed
  readonly term: Printed
  definition: Printed
  readonly marks: readonly Printed[]
}
