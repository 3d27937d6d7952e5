type Kind = 'accepted' | 'corrected' | 'unreadable'

const kinds: { readonly [K in Kind]: string } = {
  accepted: '読取りのとおり',
  corrected: '訂正',
  unreadable: '判読不能',
}

/** What is said of the decisions of people. */
export const decisions = {
  SETTLED: (a: { message: string; decision: Kind }) => `人が確認済み（${kinds[a.decision]}）：${a.message}`,
  DECISION_READS_OTHER: (a: { before: string; now: string }) => `当時の読取りは${a.before}、今回は${a.now}です。`,
  DECISION_NO_VALUE: '文書にこの値がありません。',
  DECISION_NOT_ONE: (a: { value: string; expected: string }) => `「${a.value}」は${a.expected}ではありません。`,
  DECISION_GROUP_CHANGED: '対象の値の読取りが、当時と異なります。',
  DECISION_FILE_CHANGED: 'ファイルが当時のものと異なります。',
  DECISIONS_LEFT: (a: { decisions: number; path: string }) =>
    `${a.path}について決めた内容${a.decisions}件は、該当する文書が入力にないため、反映していません。`,
  LOOK_AGAIN: 'ファイルが変わったか、入力に含まれていません。sapporo-eval reviewで確認し直してください。',
  ONE_DECISION: '一度に決められるのは1つです。',
  ACCEPT_CORRECT_UNREADABLE: '--accept、--correct、--unreadableのいずれか1つを指定してください。',
  DOCUMENTS_TO_CHOOSE: (a: { documents: number }) => `${a.documents}件の文書のうち、どれが対象か分かりません。`,
  NAME_ITS_PAGE: '--pageで対象の文書のページを指定してください。',
  GROUP_OF_VALUES: '複数の値のまとまりです。できるのは--acceptだけです。',
  POINTER_OF_OUTPUT: '出力又は診断に示される、値の位置（JSON Pointer）を指定してください。',
  NO_DECISION: (a: { line: number }) => `${a.line}行目は、決めた内容として読めません。`,
  SAVED_BY_REVIEW: '確認画面で保存したファイル、又はsapporo-eval decideで書き出したファイルを指定してください。',
} as const
