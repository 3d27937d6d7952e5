import { match, textOf } from '../../../../document/printed.ts'
import { endsSentence } from '../../../../document/prose/sentences.ts'
import type { Book } from '../../page/book.ts'
import { afterMark, itemMarkOf, markAt } from '../../page/headings/list-marks.ts'
import type { LineToken } from '../../page/stream.ts'

/** Lines of needs whose topics are as plain words: ● above ・ and the brackets of （健康づくり） are furniture. */
export const withPlainTopics = (tokens: readonly LineToken[], book: Book): LineToken[] =>
  withoutTopicMarks(tokens, book).map((token, index, all) => withoutBrackets(token, all[index - 1], book))

/** The mark of the first line is that of topics where it never begins a sentence, and a line with another mark follows each. */
function withoutTopicMarks(tokens: readonly LineToken[], book: Book): readonly LineToken[] {
  const [first] = tokens
  const mark = first && itemMarkOf(first.line)
  if (!mark) return tokens
  const areTopics = tokens.every((token, index) => {
    if (itemMarkOf(token.line) !== mark) return true
    const next = tokens.slice(index + 1).find(({ line }) => itemMarkOf(line) !== undefined)
    return !endsSentence(token.line.on) && next !== undefined && itemMarkOf(next.line) !== mark
  })
  if (!areTopics) return tokens
  return tokens.map(token => {
    const { on } = token.line
    if (itemMarkOf(token.line) !== mark) return token
    book.mark(markAt(on))
    return { ...token, line: { ...token.line, on: afterMark(on), follows: false, gap: 1 } }
  })
}

const enclosed =
  /^(?<open>[（(【［〔《〈<＜])\s*(?<topic>[^\s（()）【】［］〔〕《》〈〉](?:[^（()）【】［］〔〕《》〈〉]*[^\s（()）【】［］〔〕《》〈〉])?)\s*(?<close>[）)】］〕》〉>＞])$/du

function withoutBrackets(token: LineToken, before: LineToken | undefined, book: Book): LineToken {
  const { on } = token.line
  const { open, topic, close } = match(on, enclosed)?.groups ?? {}
  if (!open || !topic || !close || endsSentence(topic) || textOf(topic).length > longestTopic) return token
  book.mark(open, close)
  // Below an item that has ended, however full its last line is, a line that brackets enclose is a topic.
  const isBelow = before !== undefined && itemMarkOf(before.line) !== undefined && endsSentence(before.line.on)
  return { ...token, line: { ...token.line, on: topic, ...(isBelow ? { follows: false, gap: 1 } : {}) } }
}

const longestTopic = 30
