import type { Located, Range, ReleaseArgs } from '../arguments.ts'
import { few } from '../short.ts'
import type { Spoken } from '../words.ts'

const pageWords = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `${from}ページ` : `${from}～${to}ページ`

const rangeWords = ({ from, to }: Range): string => (to === null ? `${from}千円以上` : `${from}～${to}千円`)

const placeWords = ({ path, pages }: Located): string => (pages ? `${path}（${pageWords(pages)}）` : path)

const named = (items: readonly string[]): string[] => few(items, more => `ほか${more}件`)

/** 一群の文書を通しての指摘の文。 */
export const release: { readonly [C in keyof ReleaseArgs]: (args: Spoken<ReleaseArgs[C]>) => string } = {
  FILENAME_MISMATCH: a =>
    `${a.differences.map(each => `${each.what}は、ファイル名では${each.named}、調書では${each.printed}です。`).join('')}正しいファイルか確認してください。`,
  YEAR_OUTLIER: a =>
    `この調書は${a.year}年度のものですが、${a.total}件のうち${a.agreeing}件は${a.usual}年度のものです。この一群に属するものか確認してください。`,
  DOCUMENT_REPEATED: a =>
    [
      `${a.what}が${a.at.length}回あります（${named(a.at.map(placeWords)).join('、')}）。`,
      ...named(a.reuploads.map(each => `${each.path}は、名前から、${each.of}を差し替えたものとみられます。`)),
      ...named(a.identical.map(paths => `${named(paths).join('、')}の内容は同じです。`)),
      '一回だけ数えてください。',
    ].join(''),
  UNIT_COST_OUTLIER: a =>
    `人件費を人工で割った額（${a.what}）は、${a.cost}千円÷${a.staff}で一人当たり${rangeWords(a.own)}ですが、${a.total}件のうち${a.agreeing}件では${rangeWords(a.usual)}です。原本で両方を確認してください。`,
}
