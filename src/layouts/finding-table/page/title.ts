import type { Line } from '../../../document/model.ts'
import { joinPrinted, match, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { lineText } from '../text/lines.ts'
import { attachmentIn, wholeAttachment } from './attachment.ts'

/** A printing of the title, on one line or on up to three, with the number of the handout beside it (資料３). */
export interface Title {
  readonly count: number
  readonly score: number
  readonly title: Printed
  readonly attachment: Printed | undefined
}

const year = /^(?:札幌市)?\s*(?:(?:明治|大正|昭和|平成|令和)\s*)?(?:元|\d{1,4})\s*年度/u
const committee = /(?:行政|外部|事業|政策)評価委員会/u
const gapAfterCommittee = /委員会\s+\S/u
const matter = /指摘(?:事項|内容)/u
const ending = /(?:状況|方針|方向性|結果|一覧|対応)$/u

export const isAttachment = (line: Line): boolean => wholeAttachment.test(lineText(line).trim())

/** The first line of a title on several: 令和２年度行政評価委員会, or 資料３. A sentence that begins with a year is none. */
const opening = new RegExp(`^(?:${year.source.slice(1)})?\\s*(?:${committee.source})?$|${wholeAttachment.source}`, 'u')

const longestTitle = 160

/**
 * The title that some lines begin with: `令和２年度行政評価委員会　指摘事項と改善・見直しの検討状況 資料３`. Its wording changes with
 * the years, so no part is required: four of six say that it is one, and a sentence of the text has fewer.
 */
export function titleAt(lines: readonly Line[]): Title | undefined {
  let best: Title | undefined
  for (let count = 1; count <= lines.length; count += 1) {
    if (partsOf(lineText(lines[count - 1] as Line)) === 0) break
    if (count === 2 && !best && !opening.test(lineText(lines[0] as Line))) break
    const found = titleOf(lines.slice(0, count))
    if (found && found.score > (best?.score ?? 3)) best = found
  }
  return best
}

function titleOf(lines: readonly Line[]): Title | undefined {
  const whole = joinPrinted(
    lines.map(line => line.on),
    ' ',
  )
  const score = partsOf(textOf(whole))
  if (textOf(whole).length > longestTitle) return undefined
  return { count: lines.length, score, ...partAttachment(whole) }
}

/** A title without the number of its handout, and that number. */
export function partAttachment(whole: Printed): Pick<Title, 'title' | 'attachment'> {
  const found = match(whole, attachmentIn)
  if (!found) return { title: whole, attachment: undefined }
  const [before, after] = [trim(slice(whole, 0, found.index)), trim(slice(whole, found.end))]
  const title = textOf(before) === '' ? after : before
  return { title, attachment: found.whole }
}

/** How many of the title's six parts a text has. */
function partsOf(text: string): number {
  const found = attachmentIn.exec(text)
  const rest = (found ? text.slice(0, found.index) || text.slice(found.index + found[0].length) : text).trim()
  const parts = [year, committee, gapAfterCommittee, matter, ending].filter(part => part.test(rest))
  return parts.length + (found ? 1 : 0)
}

/** A title in other words, where it is alone above the table: 行政評価委員会の指摘事項への対応（令和6年度）. */
const speaksOfIt = /指摘|評価委員会|外部評価|事業評価/u
const isTitleLike = /年度|状況|対応|考え方|方針|方向性|一覧|結果|について$/u

/** The first line that may be a title, of those above the table; undefined where none may. It is no sentence and no name of a unit. */
export const looseTitle = (lines: readonly Line[]): Line | undefined =>
  lines.find(line => {
    const text = lineText(line)
    const isShort = text.length >= 8 && text.length <= 80
    return isShort && speaksOfIt.test(text) && isTitleLike.test(text) && !/[。：:]|^[※(（・]/u.test(text)
  })
