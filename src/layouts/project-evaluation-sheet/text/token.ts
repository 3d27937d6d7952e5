import type { Line } from '../../../document/model.ts'
import type { Printed } from '../../../document/printed.ts'
import type { MarkedOption } from '../words/marks.ts'
import type { PeriodHead } from '../words/periods.ts'
import type { Label } from '../words/rows.ts'

/** One thing the text says, by its form; what it means depends on what is around it. */
interface Standing {
  readonly line: Line
  readonly on: Printed
}
type Plain<K extends string> = K extends string ? Standing & { readonly kind: K } : never
export type Token =
  | Plain<'section' | 'title' | 'unit' | 'grade' | 'year' | 'text'>
  | (Standing & { readonly kind: 'label'; readonly label: Label })
  | (Standing & { readonly kind: 'marks'; readonly options: readonly MarkedOption[] })
  | (Standing & { readonly kind: 'numbers'; readonly numbers: readonly Printed[] })
  | (Standing & { readonly kind: 'periods'; readonly periods: readonly PeriodHead[] })

export type TokenOf<K extends Token['kind']> = Extract<Token, { kind: K }>

export const isKind =
  <K extends Token['kind']>(kind: K) =>
  (token: Token | undefined): token is TokenOf<K> =>
    token?.kind === kind
