import { FULLWIDTH_KANA, OTHERS, RADICALS_SUPPLEMENT, VERTICAL_FORMS, VOICING } from './tables/characters.ts'

/** A stretch of the source, in UTF-16 code units, and its replacement. */
export interface FoldRun {
  from: number
  to: number
  text: string
}

const SINGLES: ReadonlyMap<string, string> = new Map(
  [OTHERS, VERTICAL_FORMS, RADICALS_SUPPLEMENT].flatMap(({ from, to }) => pairs(from, to)),
)
const HALF_SIGNS: ReadonlyMap<string, string> = new Map(pairs('％＋－．，', '%+-.,'))
const FOLDABLE = /[\u2027\u2e80-\u2fd5\u3099-\u309c\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe4f\uff01-\uff9f]/
const KANA = /^[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]$/
// A sign after one of these is a dash, a range or part of a word: 令和4－5年, 第2－1, (ア)－2, 5％－6％, 5㎡－6㎡.
const NOT_BEFORE_A_SIGN = /^[\p{L}\p{N}\p{M}\p{Pe}\p{Pf}%％゛゜\u2100-\u214f\u3200-\u33ff]$/u

/** Whether `text` holds a character that rule 2.1 may change; false where it surely stays as it is. */
export const mayFold = (text: string): boolean => FOLDABLE.test(text)

/**
 * The runs of `text` that change under rule 2.1, each with its replacement, in order and never overlapping.
 * A run is one character, or a halfwidth letter with its voicing mark (`ﾊﾞ`): the finest grain, so that every source
 * character keeps its own replacement. Offsets are UTF-16 code units. A text that does not change gives `[]`.
 */
export function foldRuns(text: string): FoldRun[] {
  const runs: FoldRun[] = []
  for (let at = text.search(FOLDABLE); at >= 0 && at < text.length; at += 1) {
    if (!isFoldable(text.charCodeAt(at))) continue
    const run = joinedMark(text, at, runs.at(-1)?.to ?? 0) ?? runAt(text, at)
    if (run.text !== text.slice(at, run.to)) runs.push(run)
    at = run.to - 1
  }
  return runs
}

/** The same as `FOLDABLE`: most of a Japanese text is between its ranges. */
const isFoldable = (code: number): boolean =>
  code < 0x30a0
    ? code === 0x2027 || (code >= 0x2e80 && code <= 0x2fd5) || (code >= 0x3099 && code <= 0x309c)
    : code >= 0xf900 &&
      (code <= 0xfaff ||
        (code >= 0xfe10 && code <= 0xfe19) ||
        (code >= 0xfe30 && code <= 0xfe4f) ||
        (code >= 0xff01 && code <= 0xff9f))

/**
 * `text` with its width folded: rule 2.1. Idempotent, and a text without fullwidth digits, Latin letters and the like
 * is returned as it is.
 */
export function foldWidth(text: string): string {
  let out = ''
  let at = 0
  for (const run of foldRuns(text)) {
    out += text.slice(at, run.from) + run.text
    at = run.to
  }
  return out + text.slice(at)
}

/**
 * `text` with only those runs folded that keep their length, so that an offset in the result is the same offset in
 * `text`: for searching running text.
 */
export function foldInPlace(text: string): string {
  let out = ''
  let at = 0
  for (const { from, to, text: replacement } of foldRuns(text)) {
    out += text.slice(at, from) + (replacement.length === to - from ? replacement : text.slice(from, to))
    at = to
  }
  return out + text.slice(at)
}

const COMPATIBLE = /[\u2027\u2e80-\u2fd5\uf900-\ufaff]/g

/**
 * `text` with radicals and compatibility ideographs as ordinary ones (`⽅` → `方`), offset by offset: what a reader gives, so
 * that a word is found however the producer coded it. A character whose ordinary form is longer stays.
 */
export const foldIdeographs = (text: string): string =>
  text.replace(COMPATIBLE, char => {
    const folded = foldAlone(char)
    return folded.length === char.length ? folded : char
  })

/** What the one character, or voiced pair, at `from` becomes; itself, where it stays. */
function runAt(text: string, from: number): FoldRun {
  const char = text.charAt(from)
  const voiced = voicedPair(char, text.charAt(from + 1))
  if (voiced !== undefined) return { from, to: from + 2, text: voiced }
  const folded = foldAlone(char)
  return { from, to: from + 1, text: halfSign(folded, text, from) ?? folded }
}

function foldAlone(char: string): string {
  const code = char.charCodeAt(0)
  if (isFullwidthAlphanumeric(code)) return String.fromCharCode(code - 0xfee0)
  if (code >= 0xff61 && code <= 0xff9f) return FULLWIDTH_KANA[code - 0xff61] ?? char
  if (code >= 0x2f00 && code <= 0x2fd5) return char.normalize('NFKC')
  if (code >= 0xf900 && code <= 0xfaff) return char.normalize('NFC')
  return SINGLES.get(char) ?? char
}

function isFullwidthAlphanumeric(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)
}

/** A letter that is folded already and its mark, as where a line ended between them: `ホﾞ`; undefined at `done` and before. */
function joinedMark(text: string, at: number, done: number): FoldRun | undefined {
  if (at <= done) return undefined
  const voiced = voicedPair(text.charAt(at - 1), text.charAt(at))
  return voiced === undefined ? undefined : { from: at - 1, to: at + 1, text: voiced }
}

/** One voiced letter for `ﾊ` and `ﾞ`; undefined where the two do not compose (`ｱﾞ`). */
function voicedPair(char: string, next: string): string | undefined {
  const mark = VOICING.get(next)
  if (mark === undefined || !KANA.test(char)) return undefined
  const composed = (foldAlone(char) + mark).normalize('NFC')
  return composed.length === 1 ? composed : undefined
}

/** The halfwidth sign where `sign`, at offset `at`, is one of `％ ＋ － ． ，` inside a number; undefined elsewhere. */
function halfSign(sign: string, text: string, at: number): string | undefined {
  const half = HALF_SIGNS.get(sign)
  if (half === undefined) return undefined
  if (half === '+' || half === '-') {
    return isDigit(text.charAt(at + 1)) && !NOT_BEFORE_A_SIGN.test(foldAlone(characterBefore(text, at)))
      ? half
      : undefined
  }
  // A number may be cut by a line break at its comma: ６６，⏎６１１.
  const before = text.charAt(text[at - 1] === '\n' ? at - 2 : at - 1)
  const after = text.charAt(text[at + 1] === '\n' ? at + 2 : at + 1)
  return isDigit(before) && (half === '%' || isDigit(after)) ? half : undefined
}

function isDigit(char: string): boolean {
  return /^[0-9０-９]$/.test(char)
}

function characterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at)
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1)
}

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to]
  return [...from].map((char, i) => [char, targets[i] ?? char])
}
