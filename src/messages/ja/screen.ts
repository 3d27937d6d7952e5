import type { screen as english } from '../en/screen.ts'
import type { SameAs } from '../same-as.ts'

const grades = { sound: '問題なし', check: '要確認', doubtful: '疑義あり' } as const

/** 画面の表示：入力の結果、まとめ、進み具合、図。 */
export const screen: SameAs<typeof english> = {
  PROBLEM: a => `${a.where}: ${a.code}: ${a.message}`,
  PROBLEM_WITH_HINT: a => `${a.where}: ${a.code}: ${a.message}${a.hint}`,
  PROBLEM_AT: a => `${a.where}: ${a.code}: ${a.message}（${a.at}）`,
  WITH_HINT: a => `${a.message}${a.hint}`,
  EXPLAIN_EXAMPLE: a => `例　　：${a.example}`,
  EXPLAIN_TODO: a => `対応　：${a.todo}`,
  LEVEL_ERROR: '（誤り）',
  LEVEL_WARNING: '（警告）',
  LEVEL_INFO: '（参考）',
  PLACES_FIRST: a =>
    `${a.records > 1 ? `データ${a.records}件の` : ''}${a.places}か所${a.first === '' ? '' : `、最初は${a.first}`}`,
  THE_HEAD: '見出し',
  TIMES_FIRST_IN: a => `${a.times}か所、最初は${a.row}`,
  MORE_REPLACED: a => `${a.path}: ほかに${a.more}種の文字を置き換えました。`,
  OF_INPUT: a => `${a.path}: ${a.text}`,
  ON_PAGES: a => `${a.pages}: ${a.text}`,
  STANDARD_OUTPUT: '標準出力',
  COMMAND_LINE: '命令',
  THE_RELEASE: '全体',
  ONE_PAGE: a => `${a.page}ページ`,
  PAGES: a => `${a.from}～${a.to}ページ`,
  LINE: a => `${a.line}行目`,
  PAGE_AND_LINE: a => `${a.page}ページ${a.line}行目`,
  PLACES: a => a.places.join('、'),
  ROW_OF_TABLE: a => `表の${a.row}行目`,
  IN_CONTEXT: a => `${a.place}、${a.context}`,
  ROW: a => `${a.row}行目`,
  ROW_AND_COLUMN: a => `${a.row}行目、列${a.column}`,
  PAGELESS: 'テキストにページの区切りがないため、全体を読みました。',
  SKIPPED: a => `${a.path}: 読み飛ばしました。${a.why}`,
  PAGES_SKIPPED: a => `${a.path}: ${a.pages}を読み飛ばしました。${a.why}`,
  MORE_IN_OUTPUT: a => `${a.path}: ほかに${a.more}件あります。${a.where}`,
  ALL_IN_JSON: '全ての診断は、出力の「diagnostics」にあります。',
  ALL_IN_FILE: a => `全ての診断は、${a.file}にあります。`,
  ALL_IN_SHEET: a => `全ての診断は、${a.file}のシート「診断」にあります。`,
  ALL_IN_TABLE: '全ての診断は、出力にあります。',
  ALL_BY_TABLE: '全ての診断は、--table diagnosticsを指定するか、-oにフォルダーを指定すると書き出せます。',
  MORE_PROBLEMS: a => `${a.path}: ほかに${a.more}件あります。`,
  MORE_ACROSS: a => `全体を通しての指摘が、ほかに${a.more}件あります。`,
  DOCUMENT: a => `${a.path}: ${a.summary}`,
  SUMMARY: a =>
    `${a.name}${a.edition === null ? '' : `（${a.edition}版）`}${a.pages === null ? '' : `、${a.pages}`}: ${a.records}件、読取率${a.coverage}、${a.verdict}。${a.notes}`,
  NOTHING_TO_NOTE: '特記事項はありません。',
  NOTES: a => {
    const kinds = [
      ...(a.errors > 0 ? [`誤り${a.errors}件`] : []),
      ...(a.warnings > 0 ? [`警告${a.warnings}件`] : []),
      ...(a.infos > 0 ? [`参考${a.infos}件`] : []),
    ]
    return `${kinds.join('、')}（${a.codes.join('、')}）`
  },
  SOUND: grades.sound,
  CHECK: a => `${grades.check}（値${a.leaves}個のうち${a.confirmed}個を確認済み）`,
  DOUBTFUL: a => `${grades.doubtful}（値${a.leaves}個のうち${a.confirmed}個を確認済み）`,
  COVERAGE_LOW: a =>
    `読取率${a.coverage}が、指定の${a.least}を下回っています。${a.characters}文字のうち${a.unclaimed}文字が、どの項目にも入りません。`,
  SEE_UNCLAIMED: 'JSONの「coverage.unclaimedTexts」又はTEXT_UNCLAIMEDの診断を確認してください。',
  VERDICT_LOW: a => `判定は「${grades[a.grade]}」で、指定の「${grades[a.least]}」に達していません。`,
  VERDICT_LOW_SINCE: a =>
    `判定は「${grades[a.grade]}」で、指定の「${grades[a.least]}」に達していません。理由は${a.code}です。${a.reason}`,
  SEE_REASONS: 'JSONの「verdict.reasons」又はその文書の誤りと警告を確認してください。',
  BASELINE_ACCEPTED: a =>
    `${a.path}: 承認済みの診断${a.accepted}件を除いて表示しました。${a.unread > 0 ? `読んでいないファイルの記載が${a.unread}件あります。` : ''}`,
  BASELINE_STALE: a =>
    `承認済みの診断のうち${a.entries}件が、なくなっています（最初は${a.of}の${a.code}${a.at === '' ? '' : `、${a.at}`}）。`,
  RENEW_BASELINE: '直ったのか、移ったのかを確認し、--write-baselineを付けて書き直してください。',
  BASELINE_WRITTEN: a => `${a.path}: 承認済みの診断${a.entries}件を書き出しました。`,
  COUNTS: a =>
    `入力${a.inputs}件のうち${a.done}件を読み取り、${a.failed}件は読み取れませんでした${a.reused > 0 ? `（${a.reused}件は読み取り済み）` : ''}。文書${a.documents}件、データ${a.records}件。`,
  FAILED: a => `読み取れなかったもの: ${a.path}: ${a.code}`,
  MORE_FAILED: a => `読み取れなかったもの: ほか${a.more}件`,
  ERRORS: a => `誤り: ${a.codes}`,
  WARNINGS: a => `警告: ${a.codes}`,
  INFOS: a => `参考: ${a.codes}`,
  ACROSS_RELEASE: a => `全体を通しての指摘: ${a.codes}`,
  WRITTEN: a => `出力先: ${a.path}`,
  LEFT: a => `毎秒${a.rate}件  残り${a.time}`,
  LINK_LEADS_OUT: a => `フォルダーの外（${a.target}）へのリンクのため、たどりません。`,
  NAME_OR_FOLLOW: 'リンク先を直接指定するか、--follow-linksを付けてください。',
  PASSWORD_VISIBLE:
    '--passwordのパスワードは、この計算機のほかの利用者から見えます。--password-file又は環境変数SAPPORO_EVAL_PASSWORDを使ってください。',
  INTERRUPTED: a => `中断しました。入力${a.inputs}件のうち${a.done}件が済んでいます。`,
  INTERRUPTED_RESUMES: a =>
    `中断しました。入力${a.inputs}件のうち${a.done}件が済んでいます。同じ命令で続きから再開します。`,
  NO_TABLE_FOUND: a => `${a.path}: 表が見付かりません。`,
  VALID: a => `${a.path}: 正しい出力です。`,
  // detectの結果
  SEVERAL_CLAIM: a => `複数の様式に当てはまります（${a.layouts.join('、')}）。`,
  UNKNOWN_NEAREST: a => `不明（最も近いのは${a.edition}版）`,
  LAYOUT: a => {
    const parts = [
      ...(a.editions.length === 0 ? [] : [`版: ${a.editions.join('、')}`]),
      ...(a.documents === 1 ? [] : [`文書${a.documents}件`]),
    ]
    return parts.length === 0 ? a.layout : `${a.layout}（${parts.join('、')}）`
  },
  EDITION: a =>
    `  ${a.edition === null ? `版は不明（最も近いのは${a.nearest}版）` : `${a.edition}版`}: ない項目名${a.missing}件、新しい項目名${a.added}件${a.documents === 1 ? '' : `（文書${a.documents}件）`}`,
  LABEL_MISSING: a => `    なし    ${a.label}`,
  LABEL_NEW: a => `    新しい  ${a.label}`,
  LABEL_NEW_AT: a => `    新しい  ${a.label}（${a.place}）`,
  CLAIMS: a =>
    `  ${a.layout}: ${a.claims ? '当てはまります' : '当てはまりません'}（目印${a.marks}件のうち${a.found}件）。`,
  MARK_FOUND: a => `    あり  ${a.mark}${remarks(a.required, a.place)}`,
  MARK_MISSING: a => `    なし  ${a.mark}${remarks(a.required, a.place)}`,
  // 一覧と図
  HEAD_NUMBER: '件数',
  HEAD_FAILED: '読み取れなかったもの',
  HEAD_WHY: '理由',
  ROW_INPUTS: '入力',
  ROW_FAILED: '読み取れなかったもの',
  ROW_DOCUMENTS: '文書',
  ROW_RECORDS: 'データ',
  ROW_ERROR: a => `誤り: ${a.code}`,
  ROW_WARNING: a => `警告: ${a.code}`,
  ROW_INFO: a => `参考: ${a.code}`,
  ROW_RELEASE: a => `全体: ${a.code}`,
  NO_FIELD_EMPTY: '空の項目はありません。',
  EMPTY_FIELDS: a => `空の項目: ${a.fields}件`,
  CELL: a =>
    `表${a.table}、行${a.row}、列${a.column}${a.span && `、${a.span}`}${a.openTop ? '、上に続く' : ''}${a.openBottom ? '、下に続く' : ''}`,
  IN_NO_FIELD: 'どの項目にも入らない文字',
}

function remarks(required: boolean, place: string | null): string {
  const parts = [...(required ? ['必須'] : []), ...(place ? [place] : [])]
  return parts.length === 0 ? '' : `（${parts.join('、')}）`
}
