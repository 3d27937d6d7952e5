/** What counts the parts of an item: its style, and how many it counts from 1. */
interface Enumerator {
  readonly style: string
  readonly no: number
}

const GOJUON = 'アイウエオカキクケコサシスセソタチツテトナニヌネノ'
const ENUMERATOR =
  /^(?:(?<sign>[①-⒇⒜-ⓩ㉑-㊿❶-❿])|(?<open>[（(])(?<inner>[0-9０-９]{1,2}|[a-zａ-ｚア-ノ])[）)]|(?<letter>[a-zａ-ｚア-ノ])(?:[ 　]|[)）.．] ?)(?=\S))/u

/** The enumerator that a text begins with: ①, ⑴, （1）, （ア）, and ア or a with a space or bracket behind it; undefined where none does. */
export function enumeratorOf(text: string): Enumerator | undefined {
  const { sign, open = '', inner, letter } = ENUMERATOR.exec(text)?.groups ?? {}
  const printed = sign ?? inner ?? letter
  if (printed === undefined) return undefined
  const plain = printed.normalize('NFKC').replace(/[().]/gu, '')
  if (/^\d+$/u.test(plain)) return { style: sign ? `sign ${(sign as string) < '⑴'}` : `${open} 1`, no: Number(plain) }
  const no = GOJUON.includes(plain) ? GOJUON.indexOf(plain) : plain.charCodeAt(0) - 0x61
  return { style: `${open} ${GOJUON.includes(plain) ? 'ア' : 'a'} ${sign !== undefined}`, no: no + 1 }
}

/** Whether a line that begins with an enumerator begins a part: the first below a sentence, or the next of its series. */
export function beginsPart(text: string, endsAbove: boolean, before: readonly string[]): boolean {
  const own = enumeratorOf(text)
  if (!own) return false
  if (own.no === 1 && endsAbove) return true
  return before.some(other => {
    const above = enumeratorOf(other)
    return above !== undefined && above.style === own.style && above.no + 1 === own.no
  })
}
