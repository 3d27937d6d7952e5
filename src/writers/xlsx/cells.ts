import { type Cell, type Column, shownCell } from '../../walks/tables/columns.ts'
import type { Headers } from '../writer.ts'
import type { Doubt } from './doubts.ts'
import type { ShownCell } from './sheet.ts'
import type { Ground, Kind } from './styles.ts'
import { isWrapped } from './widths.ts'

/** The characters that a cell of Excel holds; a file with more is one that it repairs. */
export const mostCharacters = 32_767

/** A text as a cell holds it: of a longer one as much as fits, without half a character at its end. */
export const fitted = (text: string): string =>
  text.length <= mostCharacters ? text : text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/u, '')

/** A text as a cell of its own. */
export const textCell = (value: string | null, kind: Kind = 'text'): ShownCell => ({
  value: value === null ? null : fitted(value),
  kind: kind === 'text' && value !== null && isWrapped(value) ? 'wrapped' : kind,
})

/** A cell of a table: codes as text, amounts with separators, years and numbers of rows without, and its doubt as a colour. */
export function tableCell(column: Column, cell: Cell, headers: Headers, doubt: Doubt | undefined): ShownCell {
  const ground: Ground = doubt?.severity ?? 'none'
  const shown = shownCell(column, cell, headers)
  if (typeof shown === 'string') return { ...textCell(shown), ground }
  return { value: shown, kind: typeof shown === 'number' ? numberKind(column, shown) : 'plain', ground }
}

function numberKind({ type, unit }: Column, value: number): Kind {
  if (!Number.isInteger(value)) return 'decimal'
  return type === 'number' || unit !== null ? 'amount' : 'plain'
}
