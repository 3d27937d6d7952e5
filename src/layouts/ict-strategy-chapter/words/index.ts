import { compact } from '../../../normalise/whitespace.ts'

/** The headings that part one 施策; the first of each is the strategy's own, the others are near wordings of it. */
export const sectionWords = {
  needs: ['市民のニーズや課題', '市民のニーズと課題', '市民のニーズ・課題', '市民ニーズや課題', '市民ニーズと課題'],
  initiatives: [
    'ICTやデータの活用',
    'ICT・データの活用',
    'ICTとデータの活用',
    'データやICTの活用',
    'デジタルやデータの活用',
  ],
  outcomes: ['こう変える', 'こう変わる', 'こう変えます', 'こう変わります'],
} as const satisfies { readonly [section: string]: readonly string[] }

export type Section = keyof typeof sectionWords

export const goalsWords = ['関連するSDGsのゴール', '関連するSDGsの目標', '関連するSDGs'] as const

/** The heads of the explanations of terms, in the order of the fields no, term, definition. */
export const glossaryHeads = [
  ['NO', 'No', 'No.', 'NO.', '№', '番号'],
  ['語句', '用語', '用語名'],
  ['解説', '説明', '意味'],
] as const

/** 「第5章 ICT活用施策」の用語解説: what follows the chapter's name. */
export const glossaryTitles = ['の用語解説', 'の用語の解説', 'の用語集', '用語解説', '用語の解説', '用語集'] as const

/** The column heads of the overview table, besides the chapter's own title. */
export const overviewHeads = ['ICT活用施策', '活用施策', '施策', '分野', '目指す姿'] as const

/** What is around the chapter's title in the headings of sections and tables: 6項目の…と目指す姿, 図表…の分野. */
export const titleTails = ['と目指す姿', 'の目指す姿', 'の分野', 'の体系', 'の一覧'] as const
export const figureWords = ['図表', '図', '表'] as const

/** What begins the source line of a sidebar, and a sidebar's title where no dashes enclose it. */
export const sourceWords = ['出典', '資料', '出所'] as const
export const columnWords = ['コラム', 'COLUMN', 'Column'] as const

/** 6項目の, 4分野の: the number of measures or fields in a heading. */
const counted = Array.from({ length: 30 }, (_, index) => [`${index + 1}項目の`, `${index + 1}分野の`]).flat()

/** Every word the form itself prints. */
export const vocabulary: ReadonlySet<string> = new Set(
  [
    ...Object.values(sectionWords).flat(),
    ...goalsWords,
    ...glossaryHeads.flat(),
    ...glossaryTitles,
    ...overviewHeads,
    ...titleTails,
    ...figureWords,
    ...sourceWords,
    ...columnWords,
    ...counted,
    'NEW',
    '新規',
    '拡充',
  ].map(compact),
)

/** The headings above each section of a record. */
export { sectionWords as fieldHeads }
