import { type Printed, textOf } from '../../../document/printed.ts'
import { endsSentence } from '../../../document/prose/sentences.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Book } from './book.ts'
import { chapterAt, glossaryAt, numberedAt } from './headings/headings.ts'
import { listMarkOf } from './headings/list-marks.ts'
import { measureAt } from './headings/measure-heading.ts'
import type { LineToken, Token } from './stream.ts'

export interface Chapter {
  readonly no: Printed
  readonly title: Printed | undefined
}

/**
 * 第5章 ICT 活用施策, on one line or on two; where only the explanations name the chapter, their heading. Of several chapters it is
 * the one last named above the first measure.
 */
export function chapterOf(tokens: readonly Token[]): Chapter | undefined {
  const lines = tokens.filter((token): token is LineToken => token.kind === 'line')
  const measure = lines.findIndex(({ line }) => measureAt(line.on))
  const headings = lines.flatMap((token, index) => {
    const heading = chapterAt(token.line.on)
    return heading
      ? [{ index, no: heading.no, title: heading.title ?? titleBelow(lines.slice(index + 1, index + 3)) }]
      : []
  })
  const above = headings.filter(({ index }) => measure < 0 || index < measure)
  const no = compact(textOf((above.at(-1) ?? headings[0])?.no ?? { pieces: [] }))
  const own = headings.filter(heading => compact(textOf(heading.no)) === no)
  const explained = lines.flatMap(({ line }) => glossaryAt(line.on) ?? [])[0]
  const [first] = own
  return (
    own.find(heading => heading.title) ??
    (first && explained ? { no: first.no, title: explained.title } : (first ?? explained))
  )
}

/** The next line that is no sentence, as long as a title is. */
function titleBelow(tokens: readonly LineToken[]): Printed | undefined {
  const on = tokens.find(({ line }) => !endsSentence(line.on))?.line.on
  const isTitle = on && textOf(on).length <= 40 && listMarkOf(on) === undefined && !measureAt(on) && !numberedAt(on)
  return isTitle ? on : undefined
}

/** The chapter printed as a running head or once more is a repeat; those lines are taken out. */
export function withoutChapter(tokens: readonly Token[], chapter: Chapter, book: Book): Token[] {
  const no = compact(textOf(chapter.no))
  const title = chapter.title && compact(textOf(chapter.title))
  return tokens.filter(token => {
    const again = token.kind === 'line' ? namedAgain(token.line.on, no, title) : undefined
    if (again) book.repeat(...again)
    return again === undefined
  })
}

function namedAgain(on: Printed, no: string, title: string | undefined): (Printed | undefined)[] | undefined {
  if (title !== undefined && compact(textOf(on)) === title) return [on]
  const heading = chapterAt(on)
  if (!heading || compact(textOf(heading.no)) !== no) return undefined
  const isOwn = heading.title === undefined || compact(textOf(heading.title)) === title
  return isOwn ? [heading.no, heading.title] : undefined
}
