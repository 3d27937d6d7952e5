import { expect, it } from 'vitest'
import { strangersIn } from '../../src/document/strangers.ts'

const found = (text: string): string[] => strangersIn(text).map(([from, to]) => text.slice(from, to))

it.each([
  ['a foreign letter alone in a word', '除雪機Ä整備費', ['Ä']],
  ['a sign of private use', '除雪機\ue000整備費', ['\ue000']],
  ['an ideograph of other languages', '除雪机整備们費', ['们']],
  ['two of them', '除雪们吗費', ['们吗']],
])('%s', (_why, text, expected) => {
  expect(found(text)).toEqual(expected)
})

it.each([
  ['kanji of names that NEC and IBM added', '髙橋、﨑山、德川、濵田'],
  ['the four of the usual kanji that CP932 lacks', '補塡、剝離、頰、𠮟責'],
  ['words of other languages', 'Málagaのcafé、Köln市、한국어の案内、Ōdōri公園'],
  ['signs and units', '℃、㎡、㈱、№、①、Ⅳ、µ、±5％、3×4、ﾘｽｸｱｾｽﾒﾝﾄ、ﾊﾟｰﾙ、ＡＢ'],
])('leaves %s', (_why, text) => {
  expect(found(text)).toEqual([])
})
