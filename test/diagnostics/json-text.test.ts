import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonText } from '../../src/diagnostics/json-text.ts'

test.each([
  ['DEL and C1', '\u007f\u009b', '\\u007f\\u009b'],
  ['a turned direction', '\u202e札\u2066', '\\u202e札\\u2066'],
  ['no width', '\u200b\ufeff', '\\u200b\\ufeff'],
  ['tags', '\u{e0041}', '\\udb40\\udc41'],
  ['an order to a runner', '##[x] ##vso[y', '#\\u0023[x] #\\u0023vso[y'],
  ['a heading', '## 札幌 [1]', '## 札幌 [1]'],
  ['the variant of an ideograph', '葛\u{e0100}', '葛\u{e0100}'],
])('%s', (_what, text, written) => {
  expect(jsonText(text)).toBe(`"${written}"`)
})

test('whoever parses it gets the same value', () => {
  const unit = fc.constantFrom('\\', '"', '#', '[', '\u007f', '\u009b', '\u202e', '\u{e0041}', '\ud800', '札', 'u', '0')
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit }), fc.string({ unit })), value => {
      expect(JSON.parse(jsonText(value))).toEqual(value)
      expect(JSON.parse(jsonText(value, 2))).toEqual(value)
    }),
  )
})
