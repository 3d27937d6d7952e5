import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FULLWIDTH_KANA, OTHERS, RADICALS_SUPPLEMENT, VERTICAL_FORMS } from '../../src/normalise/tables/characters.ts'
import { foldInPlace, foldRuns, foldWidth } from '../../src/normalise/width.ts'
import { anyText, hugeTexts } from './strings.ts'

const FOLDED: [input: string, expected: string, why: string][] = [
  ['２０', '20', 'digits'],
  ['ＳＮＳ', 'SNS', 'capitals'],
  ['Ｗｅｂ面接', 'Web面接', 'small letters'],
  ['Ｕ・Ｉターン', 'U・Iターン', 'the dot between stays'],
  ['１００％', '100%', 'percent after a digit'],
  ['▲１９．６％', '▲19.6%', 'a triangle stays in text'],
  ['１４１，９５１千円', '141,951千円', 'comma in a number'],
  ['（対前年度比－２．７％）', '（対前年度比－2.7%）', 'after a letter a dash may be a dash'],
  ['（－２．７％）', '（-2.7%）', 'sign after a bracket'],
  ['－５', '-5', 'sign at the start'],
  ['、＋３人', '、+3人', 'sign after a comma'],
  ['比 －５', '比 -5', 'sign after a space'],
  ['1，０', '1,0', 'neighbours of either width'],
  ['ﾊﾞｽ', 'バス', 'voiced pair'],
  ['ﾊﾟｿｺﾝ', 'パソコン', 'semi-voiced pair'],
  ['ｳﾞｧ', 'ヴァ', 'voiced ウ'],
  ['ホ゛ード', 'ボード', 'a letter folded before its mark'],
  ['ﾎ゛ーﾄ\u3099', 'ボード', 'marks of either width, and combining ones'],
  ['か\u3099', 'が', 'a composed letter'],
  ['ｱﾞ', 'ア゛', 'no such letter: the mark stands alone'],
  ['ﾊﾟﾞ', 'パ゛', 'only one mark composes'],
  ['｡｢｣､･ｰ', '。「」、・ー', 'halfwidth punctuation'],
  ['⽇⼦⻑', '日子長', 'Kangxi and supplement radicals'],
  ['⺠⻘⻄⻩⺟', '民青西黄母', 'supplement radicals that NFKC leaves'],
  ['⻌⻝⻲', '辶食亀', 'supplement radicals'],
  ['\uf9e0\ufa16', '易猪', 'compatibility ideographs'],
  ['︵ア︶', '（ア）', 'to the Japanese bracket'],
  ['﹁︒﹂', '「。」', 'vertical punctuation'],
  ['1︐2', '1,2', 'a vertical comma in a number'],
  ['‧センター', '・センター', 'U+2027'],
  ['６６，\n６１１人', '66,\n611人', 'a number cut at its comma'],
  ['１００\n％', '100\n%', 'a number cut before its unit'],
  ['７，１０\n０千円', '7,10\n0千円', 'the line break is not width'],
]

const UNCHANGED: [input: string, why: string][] = [
  ['', 'nothing'],
  ['①⑴㈱㋿℃㎡㍻', 'enclosed and squared characters stay as printed'],
  ['（）：～「」＆／＿＠＝', 'fullwidth punctuation stays'],
  ['CO₂とUIJターン⁷⁸', 'sub- and superscripts'],
  ['5割％', 'percent that no digit precedes'],
  ['％', 'percent alone'],
  ['2－2', 'a dash between digits'],
  ['令和4－5年', 'a range'],
  ['比－5', 'after a letter'],
  ['（ア）－5', 'after a closing bracket'],
  ['5%－6', 'after a percent sign'],
  ['5㎡－6', 'after a unit'],
  ['①－5', 'after an enclosed number'],
  ['𠮷－5', 'after a letter outside the basic plane'],
  ['－', 'a blank'],
  ['－ 5', 'a dash before a space'],
  ['A＋B', 'plus between letters'],
  ['事業費＋人件費', 'plus between words'],
  ['5，', 'a comma that no digit follows'],
  ['．5', 'a point that no digit precedes'],
  ['A，B', 'a comma between letters'],
  ['▲△', 'triangles'],
  ['⺌⺗⻏', 'radicals drawn otherwise than their ideograph'],
  ['﨑﨔', 'ideographs of that block that are ordinary themselves'],
  ['\ud842', 'a lone surrogate'],
  ['ア゛', 'a spacing mark'],
  ['﹉﹏﹅', 'lines and dots of the vertical block that are no letters turned'],
]

describe('foldWidth', () => {
  test.each(FOLDED)('%j → %j (%s)', (input, expected) => {
    expect(foldWidth(input)).toBe(expected)
  })
  test.each(UNCHANGED)('%j stays (%s)', input => {
    expect(foldWidth(input)).toBe(input)
    expect(foldRuns(input)).toEqual([])
  })
  test('is idempotent', () => {
    fc.assert(fc.property(anyText, text => !isFoldedTwice(text)))
  })
  test('is idempotent on every character, alone and between digits', () => {
    const wrong = everyCharacter().filter(ch => [ch, `1${ch}2`, ` ${ch}2`].some(isFoldedTwice))
    expect(wrong).toEqual([])
  })
  test('takes a million characters', () => {
    for (const text of hugeTexts) expect(foldWidth(foldWidth(text))).toBe(foldWidth(text))
    expect(foldWidth('１'.repeat(1e6))).toBe('1'.repeat(1e6))
  })
})

describe('foldRuns', () => {
  test('gives one run per character, two units for a voiced pair', () => {
    expect(foldRuns('ＡＩのﾊﾞｽ')).toEqual([
      { from: 0, to: 1, text: 'A' },
      { from: 1, to: 2, text: 'I' },
      { from: 3, to: 5, text: 'バ' },
      { from: 5, to: 6, text: 'ス' },
    ])
  })
  test('counts in code units', () => {
    expect(foldRuns('𠮷５')).toEqual([{ from: 2, to: 3, text: '5' }])
  })
  test('leads to foldWidth, in order, without overlap, and each run changes', () => {
    fc.assert(
      fc.property(anyText, text => {
        let out = ''
        let at = 0
        for (const run of foldRuns(text)) {
          expect(run.from).toBeGreaterThanOrEqual(at)
          expect(run.to).toBeGreaterThan(run.from)
          expect(text.slice(run.from, run.to)).not.toBe(run.text)
          out += text.slice(at, run.from) + run.text
          at = run.to
        }
        expect(out + text.slice(at)).toBe(foldWidth(text))
      }),
    )
  })
})

describe('foldInPlace', () => {
  test('leaves what would change its length', () => {
    expect(foldInPlace('ＡﾊﾞＢ')).toBe('AﾊﾞB')
  })
  test('keeps every length', () => {
    fc.assert(fc.property(anyText, text => foldInPlace(text).length === text.length))
  })
})

describe('the tables', () => {
  test.each([RADICALS_SUPPLEMENT, VERTICAL_FORMS, OTHERS])(
    '$from has a target for each character, none its own',
    table => {
      const [from, to] = [[...table.from], [...table.to]]
      expect(to).toHaveLength(from.length)
      expect(new Set(from).size).toBe(from.length)
      expect(from.filter((ch, i) => ch === to[i] || ch.length !== 1)).toEqual([])
    },
  )
  test('halfwidth forms agree with Unicode', () => {
    const disagreeing = [...FULLWIDTH_KANA].filter((kana, i) => {
      const wide = String.fromCharCode(0xff61 + i).normalize('NFKC')
      return wide !== kana && wide !== kana.normalize('NFKC').trim()
    })
    expect(FULLWIDTH_KANA).toHaveLength(63)
    expect(disagreeing).toEqual([])
  })
  test('every Kangxi radical becomes an ideograph', () => {
    const radicals = Array.from({ length: 214 }, (_, i) => String.fromCharCode(0x2f00 + i))
    expect(radicals.filter(ch => !/^\p{Unified_Ideograph}$/u.test(foldWidth(ch)))).toEqual([])
  })
  test('every radical of the supplement becomes an ideograph', () => {
    expect([...RADICALS_SUPPLEMENT.to].filter(ch => !/^\p{Unified_Ideograph}$/u.test(ch))).toEqual([])
  })
})

function isFoldedTwice(text: string): boolean {
  return foldWidth(foldWidth(text)) !== foldWidth(text)
}

function everyCharacter(): string[] {
  return Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
}
