import { describe, expect, it, test } from 'vitest'
import { catalogueOf } from '../../src/messages/catalogue.ts'
import { diagnosticText, failureText, spoken } from '../../src/messages/speak.ts'
import { distinct, say } from '../../src/messages/words.ts'

const japanese = catalogueOf('ja')

/** Every fixed text of a catalogue, with the way to it. */
function textsOf(entry: unknown, way: readonly string[] = []): (readonly [way: string, text: string])[] {
  if (typeof entry === 'string') return [[way.join('.'), entry]]
  if (typeof entry !== 'object' || entry === null) return []
  return Object.entries(entry).flatMap(([key, part]) => textsOf(part, [...way, key]))
}

describe('Japanese', () => {
  const texts = textsOf(japanese)

  it('is in Japanese letters throughout', () => {
    expect(texts.length).toBeGreaterThan(300)
    const foreign = texts.filter(([, text]) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    expect(foreign.map(([way]) => way)).toEqual(['help.values.megabytes'])
  })

  it('has the marks of Japanese print', () => {
    expect(
      texts.filter(([, text]) => /(?<![\dA-Z]),|[;!?]|\. |[\p{Script=Hiragana}]\.$|\)。|[“”]/u.test(text)),
    ).toEqual([])
    expect(texts.filter(([, text]) => /。$/u.test(text) && /(?:だ|である)。$/u.test(text))).toEqual([])
  })

  it('ends every reason and doubt with a full stop, for it is a sentence', () => {
    const sentences = Object.entries(japanese.phrases).filter(([, text]) => typeof text === 'string')
    const open = sentences.filter(([, text]) => /(?:ます|ません|です|ました|ください)$/u.test(String(text)))
    expect(open).toEqual([])
  })
})

test('a phrase within a phrase is told in the same language', () => {
  const words = say('EXPECTED', { expected: say('WHOLE_NUMBER'), found: '"x"' })
  expect(spoken(words, 'en')).toBe('expected a whole number, found "x"')
  expect(spoken(words, 'ja')).toBe('整数であるべきところ、"x"になっています。')
})

test('a diagnostic and a failure, with their reasons', () => {
  const args = { printed: '事業', suggestion: null, why: say('CUT_BY_COLUMN') }
  expect(diagnosticText('SUSPECT_TEXT', args, 'en')).toBe(
    '"事業" looks misread (its line is cut by the edge of a column): check the page',
  )
  expect(diagnosticText('SUSPECT_TEXT', args, 'ja')).toBe(
    '「事業」には誤りの疑いがあります。行が列の端で切れています。原本を確認してください。',
  )
  expect(failureText('NOT_TEXT', { why: say('PNG'), instead: say('FIND_OR_OCR') }, 'ja')).toEqual({
    message: 'テキストとして読めません。PNG画像です。',
    hint: '元のファイルから作られたPDFを探すか、文字認識（OCR）をして、そのテキストを指定してください。',
  })
})

test('phrases that say the same are one', () => {
  const [a, b] = [say('CELLS_LOST', { lines: 2 }), say('CELLS_LOST', { lines: 2 })]
  expect(distinct([a, b, say('CELLS_LOST', { lines: 3 })])).toHaveLength(2)
})

test('the pseudo-language keeps arguments and widens its own letters', () => {
  expect(spoken(say('NO_SUCH_TABLE', { name: 'x y' }), 'qps')).toBe('ｔｈｅｒｅ ｉｓ ｎｏ ｔａｂｌｅ ＂x y＂')
})
