import type { Line } from '../../../document/model.ts'
import { fold, match, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { columnWords, compact, glossaryTitles, goalsWords, type Section, sectionWords } from '../words.ts'
import { startingWith } from './compact.ts'

/** A word of the form at the start of a line, and what is printed behind it. */
export interface Headed<T> {
  readonly word: Printed
  readonly is: T
  readonly rest: Printed | undefined
}

const sections = Object.entries(sectionWords) as [Section, readonly string[]][]

/** こう変える: the heading of a section, alone on its line or with a sentence behind it that is none of it. */
export function sectionAt(on: Printed): Headed<Section> | undefined {
  for (const [section, words] of sections) {
    const found = headedBy(on, words)
    if (found) return { ...found, is: section }
  }
  return undefined
}

/** 関連する SDGs のゴール: its goals are pictures. */
export const goalsAt = (on: Printed): Headed<'goals'> | undefined => {
  const found = headedBy(on, goalsWords)
  return found && { ...found, is: 'goals' }
}

function headedBy(on: Printed, words: readonly string[]): { word: Printed; rest: Printed | undefined } | undefined {
  for (const word of words) {
    const found = startingWith(on, compact(word))
    if (found && isApart(found.rest)) return { word: found.word, rest: found.rest }
  }
  return undefined
}

/** こう変えるために…, ICTやデータの活用により…: a sentence that goes on from the word itself. */
const goesOn = /^(?:[をがにはのとでもへやかし、・，,（(]|する|した|され|させ|せず|ため|こと|など|まで|より)/u

/** What stands behind a heading is nothing, or a sentence that does not go on from it. */
const isApart = (rest: Printed | undefined): boolean => {
  if (rest === undefined) return true
  const text = textOf(rest)
  return /[。．！？!?]$/u.test(text) && !goesOn.test(text)
}

export interface MeasureHeading {
  readonly brackets: readonly Printed[]
  /** What the strategy calls a measure: ICT 活用施策. A contents list leaves it out. */
  readonly label: Printed | undefined
  readonly code: Printed
  readonly name: Printed | undefined
  readonly domain: Printed | undefined
  readonly rest: Printed | undefined
}

const dash = '[-‐‑‒–—―−－ー.．]'
const measurePattern = new RegExp(
  [
    String.raw`^(?:\S\s+)?(?<open>[【［〔\[])\s*(?<label>[^\d０-９【】［］〔〕\[\]]*?)\s*`,
    String.raw`(?<code>[\d０-９]{1,2}(?:\s*${dash}\s*[\d０-９]{1,2})*)\s*(?<close>[】］〕\]])\s*(?<name>.*)$`,
  ].join(''),
  'du',
)
const domainPattern = /^(?<name>.+?)\s*(?<open>[（(])(?<domain>[^（）()]+)(?<close>[）)])\s*(?<rest>[^（）()]*)$/du

/** 【 ICT 活用施策 1 – 1】 暮らしの質の向上（生活）, in a contents list - 【1-1】暮らしの質の向上（生活）. */
export function measureAt(on: Printed): MeasureHeading | undefined {
  const found = match(on, measurePattern)
  const { open, label, code, close, name } = found?.groups ?? {}
  if (!open || !code || !close) return undefined
  const named = name && textOf(name) !== '' ? nameOf(name) : undefined
  return {
    brackets: [open, close, ...(named?.brackets ?? [])],
    label: label && textOf(label) !== '' ? label : undefined,
    code,
    name: named?.name,
    domain: named?.domain,
    rest: named?.rest,
  }
}

/** 暮らしの質の向上（生活）: the last bracket holds the field, unless words without an end stand behind it. */
export function nameOf(on: Printed) {
  const { name, open, domain, close, rest } = match(on, domainPattern)?.groups ?? {}
  const isField = rest && (textOf(rest) === '' || /[。．]$/u.test(textOf(rest)))
  if (!name || !open || !domain || !close || !isField)
    return { name: on, brackets: [], domain: undefined, rest: undefined }
  return { name, brackets: [open, close], domain, rest: textOf(rest) === '' ? undefined : rest }
}

export interface ChapterHeading {
  readonly no: Printed
  readonly title: Printed | undefined
}

const chapterPattern =
  /^(?<no>第\s*(?:[\d０-９]\s*){1,2}章|第\s*[一二三四五六七八九十]{1,3}\s*章)(?:\s*(?<title>\S.*))?$/du

/** 第5章 ICT 活用施策; the title may stand on a line of its own. A sentence that begins so is none. */
export function chapterAt(on: Printed): ChapterHeading | undefined {
  const { no, title } = match(on, chapterPattern)?.groups ?? {}
  if (!no || (title && (textOf(title).length > 40 || goesOn.test(textOf(title)) || /[。、]/u.test(textOf(title)))))
    return undefined
  return { no, title }
}

export interface GlossaryHeading extends ChapterHeading {
  readonly marks: readonly Printed[]
  readonly word: Printed
  readonly rest: Printed | undefined
}

const tail = glossaryTitles.join('|')
const glossaryPattern = new RegExp(
  String.raw`^(?<open>[「『])(?<no>第\s*[\d０-９\s一二三四五六七八九十]{1,5}章)\s*(?<title>[^「」『』]+?)\s*(?<close>[」』])\s*(?<word>${tail})(?:\s*(?<rest>\S.*))?$`,
  'du',
)

/** 「第5章 ICT 活用施策」の用語解説 */
export function glossaryAt(on: Printed): GlossaryHeading | undefined {
  const { open, no, title, close, word, rest } = match(on, glossaryPattern)?.groups ?? {}
  if (open && no && title && close && word) return { marks: [open, close], no, title, word, rest }
  return undefined
}

const sidebarPattern =
  /^(?<open>[—―─－]{1,2}(?=\s*[^—―─－\s])|[-–‐](?=\s.*\s[-–‐]$))\s*(?<title>.+?)\s*(?<close>\k<open>)(?:\s*[^—―─－–‐-].*)?$/du
const columnPattern = new RegExp(
  String.raw`^(?<open>[【［〔\[＜<《])?\s*(?<word>${columnWords.join('|')})\s*(?<close>[】］〕\]＞>》])?\s*(?<colon>[：:])?\s*(?<title>\S.*)$`,
  'du',
)

export interface SidebarTitle {
  readonly title: Printed
  readonly marks: readonly Printed[]
  readonly word: Printed | undefined
}

/** — ブラックアウト時の情報手段 —, or a title behind the word コラム. */
export function sidebarAt(on: Printed): SidebarTitle | undefined {
  const dashed = match(on, sidebarPattern)?.groups
  if (dashed?.open && dashed.title && dashed.close && !/。/u.test(textOf(dashed.title)))
    return { title: dashed.title, marks: [dashed.open, dashed.close], word: undefined }
  const { open, word, close, colon, title } = match(on, columnPattern)?.groups ?? {}
  if (!word || !title || (!close && !colon) || /。/u.test(textOf(title))) return undefined
  return { title, marks: [open, close, colon].filter(mark => mark !== undefined), word }
}

export interface FootNote {
  readonly no: Printed
  readonly text: Printed
}

/** ¹⁰⁴ ブラックアウト：…, at the foot of a page. Ordinary digits are a number only before a term with a colon. */
export function footNoteAt(on: Printed): FootNote | undefined {
  const { no, text } =
    match(on, /^(?<no>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*(?<text>\S.*)$/du)?.groups ??
    match(on, /^(?:[※＊*]\s*)?(?<no>\d{1,3})\s+(?<text>[^\d\s：:。][^：:。]{0,40}[：:]\s*\S.*)$/du)?.groups ??
    {}
  return no && text ? { no, text } : undefined
}

/** 1. 6項目の ICT 活用施策と目指す姿: a numbered heading, also in the contents list. */
export function numberedAt(on: Printed): { no: Printed; title: Printed } | undefined {
  const { no, title } =
    match(
      on,
      /^(?<no>[\d０-９]{1,2}(?:\s*[.．]|(?=[\s　]+\S*施策)))\s*(?<title>(?:[\d０-９]+\s*(?:項目|分野)|[^\d０-９.．\s]).*)$/du,
    )?.groups ?? {}
  return no && title && !/[。、]/u.test(textOf(title)) ? { no, title } : undefined
}

/** 図表 5-1 ICT 活用施策の分野 */
export function captionAt(on: Printed): { word: Printed; no: Printed; title: Printed | undefined } | undefined {
  const pattern =
    /^(?<word>図表|図|表)\s*(?<no>[\d０-９]{1,2}(?:\s*[-‐‑–—―−－]\s*[\d０-９]{1,2})?)\s*(?<title>\S.*)?$/du
  const { word, no, title } = match(on, pattern)?.groups ?? {}
  return word && no ? { word, no, title } : undefined
}

/** The mark that begins a list item, where one does. */
export function listMarkOf(on: Printed): string | undefined {
  const text = textOf(on)
  const mark = text.charAt(0)
  if (!isListMark(mark)) return undefined
  // -5 or –年 are no items: a dash is a mark before a space only.
  return /^[-‐‑–]/u.test(mark) && !/^.\s/u.test(text) ? undefined : mark
}

/** The mark of an item; an item of HTML has none, '' stands for it. */
export const itemMarkOf = ({ on, begins }: Line): string | undefined =>
  listMarkOf(on) ?? (begins === 'item' && !numberedAt(on) ? '' : undefined)

/** The words of an item without the mark that begins it. */
export const afterMark = (on: Printed): Printed => (listMarkOf(on) === undefined ? on : trim(slice(on, 1)))

export const markAt = (on: Printed): Printed => slice(on, 0, listMarkOf(on) === undefined ? 0 : 1)

export const isPageNumber = (on: Printed): boolean => /^[-–—\s]*\d{1,4}[-–—\s]*$/u.test(textOf(fold(on)))
