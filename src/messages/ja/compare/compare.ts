import type { compare as en } from '../../en/compare/compare.ts'
import type { SameAs } from '../../same-as.ts'

const sides = { old: '旧', new: '新' } as const

export const compare: SameAs<typeof en> = {
  title: '公開分の比較',
  releases: ({ old, new: fresh }) => `${old} → ${fresh}`,
  count: ({ table, old, new: fresh, paired }) => `${table}：${old}件 → ${fresh}件（うち対応するもの${paired}件）`,
  period: ({ column, old, new: fresh }) => `${column}：${old} → ${fresh}`,
  none: '変更はありません。',
  kinds: {
    disagreement: '同じ年度の値の不一致',
    duplicate: 'キーの重複（比較していません）',
    new: '新規',
    ended: '終了',
    recoded: 'コードの変更',
    renamed: '名称の変更',
    moved: '所管の変更',
    amount: '金額・数値の増減',
    choice: '評価・選択の変更',
    value: 'その他の値の変更',
    text: '文章の変更',
    form: '様式の変更',
    not_comparable: '比較できないもの',
  },
  why: {
    doubtful: '一方の値に疑いがあります。',
    empty: '一方にだけ値があります。',
    key: 'キーが空であるか、疑いがあります。',
  },
  heading: ({ kind, changes }) => `${kind}（${changes}件）`,
  severalTimes: ({ side }) => `${sides[side]}の公開分に複数あります。`,
  at: ({ side, source }) => `（${sides[side]}：${source}）`,
  onlyIn: ({ side }) => `${sides[side]}の公開分にだけあります。`,
  empty: '空欄',
  left: ({ more }) => `ほか${more}件。CSV、xlsx及びJSONには全件を出力します。`,
  heads: ['対象', '項目', '旧', '新', '増減'],
}
