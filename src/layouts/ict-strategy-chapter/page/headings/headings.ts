import { match, type Printed, textOf } from '../../../../document/printed.ts'
import { folioAt } from '../../../../document/prose/folio.ts'
import { columnWords, glossaryTitles } from '../../words/index.ts'
import { goesOn } from './section-headings.ts'

export interface ChapterHeading {
  readonly no: Printed
  readonly title: Printed | undefined
}

const chapterPattern =
  /^(?<no>第\s*(?:[\d０-９]\s*){1,2}章|第\s*[一二三四五六七八九十]{1,3}\s*章)(?:\s*(?<title>\S.*))?$/du

/** 第5章 ICT 活用施策; the title may be on a line of its own. A sentence that begins so is none. */
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
  String.raw`^(?<open>[「『])(?<no>第\s*[\d０-９\s一二三四五六七八九十]{1,5}章)\s*(?<title>[^\s「」『』](?:[^「」『』]*[^\s「」『』])?)\s*(?<close>[」』])\s*(?<word>${tail})(?:\s*(?<rest>\S.*))?$`,
  'du',
)

/** 「第5章 ICT 活用施策」の用語解説, or undefined where the line is anything else. */
export function glossaryAt(on: Printed): GlossaryHeading | undefined {
  const { open, no, title, close, word, rest } = match(on, glossaryPattern)?.groups ?? {}
  if (open && no && title && close && word) return { marks: [open, close], no, title, word, rest }
  return undefined
}

const sidebarPattern =
  /^(?<open>[—―─－]{1,2}(?=\s*[^—―─－\s])|[-–‐](?=\s.*\s[-–‐]$))\s*(?<title>.*?\S)\s*(?<close>\k<open>)(?:\s*[^—―─－–‐-].*)?$/du
const columnPattern = new RegExp(
  String.raw`^(?<open>[【［〔\[＜<《])?\s*(?<word>${columnWords.join('|')})\s*(?:(?<close>[】］〕\]＞>》])\s*)?(?:(?<colon>[：:])\s*)?(?<title>\S.*)$`,
  'du',
)

export interface SidebarTitle {
  readonly title: Printed
  readonly marks: readonly Printed[]
  readonly word: Printed | undefined
}

/** — ブラックアウト時の情報手段 —, or a title behind the word コラム; undefined where the line is neither, and of ― 12 ―. */
export function sidebarAt(on: Printed): SidebarTitle | undefined {
  if (folioAt(on)) return undefined
  const dashed = match(on, sidebarPattern)?.groups
  if (dashed?.open && dashed.title && dashed.close && !/。/u.test(textOf(dashed.title)))
    return { title: dashed.title, marks: [dashed.open, dashed.close], word: undefined }
  const { open, word, close, colon, title } = match(on, columnPattern)?.groups ?? {}
  if (!word || !title || (!close && !colon) || /。/u.test(textOf(title))) return undefined
  return { title, marks: [open, close, colon].filter(mark => mark !== undefined), word }
}

export interface FootNote {
  readonly sign: Printed | undefined
  readonly no: Printed
  readonly text: Printed
}

/** ¹⁰⁴ ブラックアウト：…, at the foot of a page. Ordinary digits are a number only before a term with a colon; else it is undefined. */
export function footNoteAt(on: Printed): FootNote | undefined {
  const { sign, no, text } =
    match(on, /^(?<no>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*(?<text>\S.*)$/du)?.groups ??
    match(on, /^(?<sign>[※＊*]\s*)?(?<no>\d{1,3})\s+(?<text>[^\d\s：:。][^：:。]{0,40}[：:]\s*\S.*)$/du)?.groups ??
    {}
  return no && text ? { sign, no, text } : undefined
}

/** 1. 6項目の ICT 活用施策と目指す姿: a numbered heading, also in the contents list; undefined where it has no number or is a sentence. */
export function numberedAt(on: Printed): { no: Printed; title: Printed } | undefined {
  const { no, title } =
    match(
      on,
      /^(?<no>[\d０-９]{1,2}(?:\s*[.．]|(?=[\s　]+\S*施策)))\s*(?<title>(?:[\d０-９]+\s*(?:項目|分野)|[^\d０-９.．\s]).*)$/du,
    )?.groups ?? {}
  return no && title && !/[。、]/u.test(textOf(title)) ? { no, title } : undefined
}

/** ▼, ⇒, ＞＞: arrows and triangles alone on a line lead the eye and say nothing. */
export const isOrnament = (on: Printed): boolean =>
  /^[\s\u2190-\u21ff\u25b2-\u25c5\u2794-\u27bf\u2b00-\u2b2f＞>≫》＋+…]+$/u.test(textOf(on))

/** 写真　健康教室の様子, ▲写真1 …: what is below a picture. */
export const isCaption = (on: Printed): boolean =>
  /^[▲△▼←→◀▶（(【〔\s]*写真(?:[\s\d０-９:：）)】〕]|$)/u.test(textOf(on))

/** 図表 5-1 ICT 活用施策の分野, or undefined where the line is no caption. */
export function captionAt(on: Printed): { word: Printed; no: Printed; title: Printed | undefined } | undefined {
  const pattern =
    /^(?<word>図表|図|表)\s*(?<no>[\d０-９]{1,2}(?:\s*[-‐‑–—―−－]\s*[\d０-９]{1,2})?)\s*(?<title>\S.*)?$/du
  const { word, no, title } = match(on, pattern)?.groups ?? {}
  return word && no ? { word, no, title } : undefined
}
