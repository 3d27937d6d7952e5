import { concat, put } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import type { In } from '../../../kit/fields.ts'
import type { Leaf } from '../../../kit/leaves.ts'
import type { Book } from '../../page/book.ts'
import { listMarkOf } from '../../page/headings/list-marks.ts'
import type { LineToken } from '../../page/stream.ts'
import type { RecordShape } from '../../record.ts'
import { entryLines, sentenceOf } from './entries.ts'

export type NeedIn = In<RecordShape>['needs'][number]

/** One leaf an item, its mark taken off; items of a lower level are in it on lines of their own. */
export function itemLeaves(tokens: readonly LineToken[], book: Book): Leaf[] {
  return entryLines(tokens, 'sentences').map(lines => {
    const [first, ...rest] = lines as [LineToken, ...LineToken[]]
    const nested = rest.filter(token => listMarkOf(token.line.on) !== undefined)
    const { mark, head } = sentenceOf([first, ...(nested[0] ? rest.slice(0, rest.indexOf(nested[0])) : rest)])
    book.mark(mark)
    const below = nested.map((token, index) => {
      const end = nested[index + 1]
      return joinLines(rest.slice(rest.indexOf(token), end ? rest.indexOf(end) : undefined).map(each => each.line.on))
    })
    return book.plain(concat(head, ...below.flatMap(on => [put('\n'), on])))
  })
}
