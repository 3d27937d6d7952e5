import type { Doc } from '../../envelope.ts'
import { doubtedBy, telling } from '../doubted.ts'
import { type Cell, type Column, plainColumn } from './columns.ts'

/** How far the cells of a row can be believed: the last columns of every table of a form. */
export const trustColumns: readonly Column[] = [
  plainColumn('doubts', '疑いのある値の数', 'integer', {
    required: true,
    description: 'この行の値のうち、エラー又は警告の対象のもの',
  }),
  plainColumn('by_hand', '人が決めた値の数', 'integer', {
    required: true,
    description: 'この行の値のうち、人が訂正したもの、又は判読不能としたもの',
  }),
]

/** The cells under these columns for a row whose other cells have these pointers. */
export function trustCells(doc: Doc): (pointers: readonly (string | null)[]) => Cell[] {
  const isDoubted = doubtedBy(telling(doc.diagnostics))
  const byHand = new Set(
    (doc.decisions ?? []).flatMap(({ pointer, decision }) => (decision === 'accepted' ? [] : (pointer ?? []))),
  )
  return pointers => {
    const own = [...new Set(pointers.filter(pointer => pointer !== null))]
    return [own.filter(isDoubted).length, own.filter(pointer => byHand.has(pointer)).length]
  }
}
