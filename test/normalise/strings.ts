import fc from 'fast-check'

/** Any string of UTF-16 code units, lone surrogates included. */
export const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map(units => String.fromCharCode(...units))

/** Strings of what the documents hold, so that near misses are many. */
export const printed = fc.string({
  unit: fc.constantFrom(
    ...'0123456789０１５９一二十〇百万元年度月日令和平成昭RHSＲ㋿上下半期からまで～-－―ー–▲△％%＋+，,．.（）()',
    ...'千百万円人工アイエ工才ｶﾊﾞﾟ･⽇⻑︵‧①⑴⁸₂・■○ \u3000\n\tabＡＢ。、\u200b\ud842',
  ),
  maxLength: 24,
})

export const anyText = fc.oneof(codeUnits, printed, fc.string({ unit: 'binary' }))

/** A million characters, each row a way to make a careless pattern slow. */
export const hugeTexts: readonly string[] = [
  '1'.repeat(1e6),
  '1,'.repeat(5e5),
  '1,000,'.repeat(166_667),
  ' '.repeat(1e6),
  `${' '.repeat(1e6)}x`,
  `x${' '.repeat(1e6)}x`,
  '－'.repeat(1e6),
  '令和'.repeat(5e5),
  '令和5'.repeat(333_334),
  `令和5年${' '.repeat(1e6)}`,
  '令和 5 年 （'.repeat(125_000),
  '2021年'.repeat(200_000),
  '十'.repeat(1e6),
  '２－'.repeat(5e5),
  'ﾊﾞ'.repeat(5e5),
  'から'.repeat(5e5),
  '\ud842'.repeat(1e6),
]
