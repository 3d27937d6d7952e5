/** Characters that rule 2.1 replaces everywhere; each table is two strings, read side by side. */

/** U+FF61 to U+FF9F, in code order: what each halfwidth form is in full width. */
export const FULLWIDTH_KANA =
  '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜'

/** The mark behind a letter in any width, and the combining mark that composes with the fullwidth letter. */
export const VOICING: ReadonlyMap<string, string> = new Map([
  ['ﾞ', '\u3099'],
  ['ﾟ', '\u309a'],
  ['゛', '\u3099'],
  ['゜', '\u309a'],
  ['\u3099', '\u3099'],
  ['\u309a', '\u309a'],
])

/** Vertical presentation forms, to the Japanese character one would type (︵ is （, not an ASCII bracket). */
export const VERTICAL_FORMS = {
  from: '︐︑︒︓︔︕︖︗︘︙︰︱︲︳︴︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈',
  to: '，、。：；！？〖〗…‥—–＿＿（）｛｝〔〕【】《》〈〉「」『』［］',
}

/**
 * Radicals supplement, by Unicode's property Equivalent_Unified_Ideograph.
 * Left out: forms drawn differently from their ideograph (⺌ ⺗ ⺼ ⻏ …), as a page that shows one shows no 小 心 肉 邑.
 */
export const RADICALS_SUPPLEMENT = {
  from: '⺁⺂⺃⺄⺅⺆⺉⺊⺋⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺦⺨⺭⺯⺰⺱⺲⺳⺹⺺⺻⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳',
  to: '厂乛乚乙亻冂刂卜㔾尣尢巳幺彑彐忄扌攵旡日月歺母民氵氺灬爫丬犭礻糹纟罓罒㓁耂肀聿艹艹艹虎衤覀西见角讠贝车辶辶辶钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
}

/** Single characters of no family. */
export const OTHERS = { from: '‧', to: '・' }
