/** The printed ASCII at the end of a text, without a space: `https://www.city.example.jp/hyo`. */
function lastWord(text: string): string {
  let from = text.length
  while (from > 0 && isAscii(text.charCodeAt(from - 1))) from -= 1
  return text.slice(from)
}

const isAscii = (code: number): boolean => code >= 0x21 && code <= 0x7e

/** Whether a text ends in an address of the Web. */
export const endsInAddress = (text: string): boolean => /https?:\/\/|^www\./u.test(lastWord(text))

/**
 * Whether a text ends within an address that the next one goes on with (`https://www.city.example.jp/hyo` and `ka/index.html`): an
 * address breaks anywhere, but a sign of one stands at the break or behind it.
 */
export const isCutAddress = (text: string, next: string): boolean =>
  endsInAddress(text) &&
  (/^[\w%~-]{1,100}[/.?=&]/u.test(next) || (/[/.?=&_-]$/u.test(text) && isAscii(next.charCodeAt(0))))
