import { z } from 'zod'
import { fold, textOf } from '../../document/printed.ts'
import { say } from '../../messages/words.ts'
import { kanjiNumber, superscriptNumber } from '../../normalise/numerals.ts'
import { compact, tidySpaces } from '../../normalise/whitespace.ts'
import { code, count, custom, flag, list, text } from '../kit/fields.ts'

/** 第5章, 第五章. */
const chapterNo = custom<number>('章', 'integer', z.int(), say('CHAPTER_NUMBER'), on => {
  const [, printed] = /^第(.+)章$/u.exec(compact(textOf(on))) ?? []
  if (printed === undefined) return undefined
  return /^\d{1,3}$/.test(printed) ? Number(printed) : kanjiNumber(printed)
})

/** The number of an explanation: raised (¹⁰⁴) at a mark, ordinary (104) in the table. */
const noteNo = (ja: string) =>
  custom<number>(ja, 'integer', z.int(), say('NOTE_NUMBER'), on => {
    const printed = compact(textOf(on))
    return /^\d{1,4}$/.test(printed) ? Number(printed) : superscriptNumber(printed)
  })

/** 調査期間 平成 30 年…: the word before the first space is a part of its own, unless a number cuts a sentence there. */
const labelled =
  /^(?<label>[^\d\s]{1,10}(?:[期時]間|対象|方法|[時期]|[件人]?数)|[^\d\s]{2,10}(?=\s+[^\d\s]))\s+(?<value>\S.*)$/u

const sourceParts = (line: string): string[] =>
  line.split('\u3000').flatMap(part => {
    const { label, value } = labelled.exec(part.trim())?.groups ?? {}
    return label && value ? [label, value] : [part]
  })

/** The lines of a source; one space stays between the parts of each. */
const source = custom<string>('出典', 'string', z.string().min(1), say('TEXT'), on =>
  textOf(fold(on))
    .split('\n')
    .map(line => sourceParts(line).map(tidySpaces).filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n'),
)

export const header = {
  chapter: { no: chapterNo, title: text('章の名称', { example: 'ICT活用施策' }) },
  introduction: list(text('前文')),
  glossary: list({ no: noteNo('用語の番号'), term: text('語句'), definition: text('解説') }),
  sidebars: list({
    title: text('コラムの題名'),
    paragraphs: list(text('コラムの本文')),
    tables: list({
      title: text('コラムの表の題名'),
      columns: list(text('コラムの表の見出し')),
      rows: list(list(text('コラムの表の値'))),
    }),
    source,
  }),
}

export const record = {
  code: code('施策コード', { example: '1-1' }),
  name: text('施策名', { example: '暮らしの質の向上' }),
  domain: text('分野', { example: '生活' }),
  vision: text('目指す姿'),
  needs: list({ spread: count('見開き'), topic: text('ニーズや課題の項目'), items: list(text('市民のニーズや課題')) }),
  initiatives: list({
    spread: count('見開き'),
    title: text('取組名'),
    isNew: flag('新規'),
    description: text('取組内容'),
    footnotes: list(noteNo('用語解説の番号')),
  }),
  outcomes: list({ spread: count('見開き'), text: text('こう変える') }),
}

export type HeaderShape = typeof header
export type RecordShape = typeof record
