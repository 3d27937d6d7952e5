const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

/** Lines of the screen: what became of inputs, summaries, progress, drawings. */
export const screen = {
  PROBLEM: (a: { where: string; code: string; message: string }) => `${a.where}: ${a.code}: ${a.message}`,
  PROBLEM_WITH_HINT: (a: { where: string; code: string; message: string; hint: string }) =>
    `${a.where}: ${a.code}: ${a.message} (${a.hint})`,
  PROBLEM_AT: (a: { where: string; code: string; message: string; at: string }) =>
    `${a.where}: ${a.code}: ${a.message} (${a.at})`,
  WITH_HINT: (a: { message: string; hint: string }) => `${a.message} (${a.hint})`,
  EXPLAIN_EXAMPLE: (a: { example: string }) => `Example: ${a.example}`,
  EXPLAIN_TODO: (a: { todo: string }) => `What to do: ${a.todo}`,
  LEVEL_ERROR: '(error)',
  LEVEL_WARNING: '(warning)',
  LEVEL_INFO: '(info)',
  PLACES_FIRST: (a: { places: number; records: number; first: string }) =>
    `${count(a.places, 'place')}${a.records > 1 ? ` in ${a.records} records` : ''}${a.first === '' ? '' : `, first ${a.first}`}`,
  THE_HEAD: 'the head',
  TIMES_FIRST_IN: (a: { times: number; row: string }) => `${a.times} times, first in ${a.row}`,
  MORE_REPLACED: (a: { path: string; more: number }) => `${a.path}: … and ${a.more} more characters replaced`,
  OF_INPUT: (a: { path: string; text: string }) => `${a.path}: ${a.text}`,
  ON_PAGES: (a: { pages: string; text: string }) => `${a.pages}: ${a.text}`,
  STANDARD_OUTPUT: 'standard output',
  COMMAND_LINE: 'command line',
  THE_RELEASE: 'the release',
  ONE_PAGE: (a: { page: number }) => `page ${a.page}`,
  PAGES: (a: { from: number; to: number }) => `pages ${a.from}-${a.to}`,
  LINE: (a: { line: number }) => `line ${a.line}`,
  PAGE_AND_LINE: (a: { page: number; line: number }) => `page ${a.page}, line ${a.line}`,
  PLACES: (a: { places: readonly string[] }) => a.places.join(', '),
  ROW_OF_TABLE: (a: { row: number }) => `row ${a.row} of the table`,
  IN_CONTEXT: (a: { place: string; context: string }) => `${a.place}: ${a.context}`,
  ROW: (a: { row: number }) => `row ${a.row}`,
  ROW_AND_COLUMN: (a: { row: number; column: string }) => `row ${a.row}, column ${a.column}`,
  PAGELESS: 'the text has no pages; all of it was read',
  SKIPPED: (a: { path: string; why: string }) => `${a.path}: skipped: ${a.why}`,
  PAGES_SKIPPED: (a: { path: string; pages: string; why: string }) => `${a.path}: ${a.pages}: skipped, ${a.why}`,
  MORE_IN_OUTPUT: (a: { path: string; more: number; where: string }) => `${a.path}: … and ${a.more} more: ${a.where}`,
  ALL_IN_JSON: 'all are in "diagnostics" of the output',
  ALL_IN_FILE: (a: { file: string }) => `all are in ${a.file}`,
  ALL_IN_SHEET: (a: { file: string }) => `all are in the sheet 診断 of ${a.file}`,
  ALL_IN_TABLE: 'all are in the output',
  ALL_BY_TABLE: 'all come with --table diagnostics, or where -o names a folder',
  MORE_PROBLEMS: (a: { path: string; more: number }) => `${a.path}: … and ${a.more} more`,
  MORE_ACROSS: (a: { more: number }) => `… and ${a.more} more across the release`,
  DOCUMENT: (a: { path: string; summary: string }) => `${a.path}: ${a.summary}`,
  SUMMARY: (a: {
    name: string
    edition: string | null
    pages: string | null
    records: number
    coverage: string
    verdict: string
    notes: string
  }) =>
    `${a.name}${a.edition === null ? '' : `, edition ${a.edition}`}${a.pages === null ? '' : ` on ${a.pages}`}: ${count(a.records, 'record')}, coverage ${a.coverage}, ${a.verdict}; ${a.notes}`,
  NOTHING_TO_NOTE: 'nothing to note',
  NOTES: (a: { errors: number; warnings: number; infos: number; codes: readonly string[] }) => {
    const kinds = [
      ...(a.errors > 0 ? [count(a.errors, 'error')] : []),
      ...(a.warnings > 0 ? [count(a.warnings, 'warning')] : []),
      ...(a.infos > 0 ? [`${a.infos} info`] : []),
    ]
    return `${kinds.join(', ')} (${a.codes.join(', ')})`
  },
  SOUND: 'sound',
  CHECK: (a: { confirmed: number; leaves: number }) => `check (${a.confirmed} of ${a.leaves} values confirmed)`,
  DOUBTFUL: (a: { confirmed: number; leaves: number }) => `doubtful (${a.confirmed} of ${a.leaves} values confirmed)`,
  COVERAGE_LOW: (a: { coverage: string; least: number; unclaimed: number; characters: number }) =>
    `coverage is ${a.coverage}, less than ${a.least}: ${a.unclaimed} of ${a.characters} characters belong to no field`,
  SEE_UNCLAIMED: 'see "coverage.unclaimedTexts" in JSON output, or what is told as TEXT_UNCLAIMED',
  VERDICT_LOW: (a: { grade: 'sound' | 'check' | 'doubtful'; least: 'sound' | 'check' }) =>
    `the verdict is ${a.grade}, not ${a.least}`,
  VERDICT_LOW_SINCE: (a: {
    grade: 'sound' | 'check' | 'doubtful'
    least: 'sound' | 'check'
    code: string
    reason: string
  }) => `the verdict is ${a.grade}, not ${a.least}: ${a.code}: ${a.reason}`,
  SEE_REASONS: 'see "verdict.reasons" in JSON output, or the errors and warnings of the document',
  BASELINE_ACCEPTED: (a: { path: string; accepted: number; stale: number; unread: number }) =>
    `${a.path}: ${count(a.accepted, 'finding')} accepted before and not told${a.unread > 0 ? `; ${a.unread === 1 ? '1 entry is' : `${a.unread} entries are`} of files that were not read` : ''}`,
  BASELINE_STALE: (a: { entries: number; code: string; at: string; of: string }) =>
    `${a.entries === 1 ? '1 accepted finding is' : `${a.entries} accepted findings are`} no longer there, first ${a.code}${a.at === '' ? '' : ` at ${a.at}`} of ${a.of}`,
  RENEW_BASELINE: 'look whether they were mended or moved, then add --write-baseline',
  BASELINE_WRITTEN: (a: { path: string; entries: number }) =>
    `${a.path}: ${a.entries === 1 ? '1 entry' : `${a.entries} entries`} of accepted findings written`,
  COUNTS: (a: { inputs: number; done: number; failed: number; reused: number; documents: number; records: number }) =>
    `${count(a.inputs, 'input')}: ${a.done} done, ${a.failed} failed${a.reused > 0 ? ` (${a.reused} read before)` : ''}; ${count(a.documents, 'document')}, ${count(a.records, 'record')}`,
  FAILED: (a: { path: string; code: string }) => `failed: ${a.path}: ${a.code}`,
  MORE_FAILED: (a: { more: number }) => `failed: and ${a.more} more`,
  ERRORS: (a: { codes: string }) => `errors: ${a.codes}`,
  WARNINGS: (a: { codes: string }) => `warnings: ${a.codes}`,
  INFOS: (a: { codes: string }) => `notes: ${a.codes}`,
  ACROSS_RELEASE: (a: { codes: string }) => `across the release: ${a.codes}`,
  WRITTEN: (a: { path: string }) => `written: ${a.path}`,
  LEFT: (a: { rate: string; time: string }) => `${a.rate}/s  ${a.time} left`,
  LINK_LEADS_OUT: (a: { target: string }) => `a link that leads out of the folder, to ${a.target}: it is not followed`,
  NAME_OR_FOLLOW: 'name what it leads to, or give --follow-links',
  PASSWORD_VISIBLE:
    '--password: others on this machine can see it in the list of processes; better is --password-file, or the environment variable SAPPORO_EVAL_PASSWORD',
  INTERRUPTED: (a: { done: number; inputs: number }) => `interrupted: ${a.done} of ${a.inputs} inputs are done`,
  INTERRUPTED_RESUMES: (a: { done: number; inputs: number }) =>
    `interrupted: ${a.done} of ${a.inputs} inputs are done; the same command resumes from there`,
  NO_TABLE_FOUND: (a: { path: string }) => `${a.path}: no table was found`,
  VALID: (a: { path: string }) => `${a.path}: valid`,
  // What `detect` found.
  SEVERAL_CLAIM: (a: { layouts: readonly string[] }) => `several layouts claim it: ${a.layouts.join(', ')}`,
  UNKNOWN_NEAREST: (a: { edition: string }) => `unknown (nearest ${a.edition})`,
  LAYOUT: (a: { layout: string; editions: readonly string[]; documents: number }) => {
    const parts = [
      ...(a.editions.length === 0 ? [] : [`edition ${a.editions.join(', ')}`]),
      ...(a.documents === 1 ? [] : [`${a.documents} documents`]),
    ]
    return parts.length === 0 ? a.layout : `${a.layout} (${parts.join('; ')})`
  },
  EDITION: (a: { edition: string | null; nearest: string; missing: number; added: number; documents: number }) =>
    `  edition ${a.edition ?? `unknown, nearest ${a.nearest}`}: labels missing ${a.missing}, new ${a.added}${a.documents === 1 ? '' : ` (${a.documents} documents)`}`,
  LABEL_MISSING: (a: { label: string }) => `    missing  ${a.label}`,
  LABEL_NEW: (a: { label: string }) => `    new      ${a.label}`,
  LABEL_NEW_AT: (a: { label: string; place: string }) => `    new      ${a.label} (${a.place})`,
  CLAIMS: (a: { layout: string; claims: boolean; found: number; marks: number }) =>
    `  ${a.layout}: ${a.claims ? 'claims it' : 'does not claim it'}, ${a.found} of ${a.marks} marks found`,
  MARK_FOUND: (a: { mark: string; required: boolean; place: string | null }) =>
    `    found    ${a.mark}${remarks(a.required, a.place)}`,
  MARK_MISSING: (a: { mark: string; required: boolean; place: string | null }) =>
    `    missing  ${a.mark}${remarks(a.required, a.place)}`,
  // The summary of a step, and drawings.
  HEAD_NUMBER: 'number',
  HEAD_FAILED: 'failed',
  HEAD_WHY: 'why',
  ROW_INPUTS: 'inputs',
  ROW_FAILED: 'failed',
  ROW_DOCUMENTS: 'documents',
  ROW_RECORDS: 'records',
  ROW_ERROR: (a: { code: string }) => `error: ${a.code}`,
  ROW_WARNING: (a: { code: string }) => `warning: ${a.code}`,
  ROW_INFO: (a: { code: string }) => `info: ${a.code}`,
  ROW_RELEASE: (a: { code: string }) => `release: ${a.code}`,
  NO_FIELD_EMPTY: 'No field is empty.',
  EMPTY_FIELDS: (a: { fields: number }) => `Empty fields: ${a.fields}`,
  CELL: (a: { table: number; row: number; column: number; span: string; openTop: boolean; openBottom: boolean }) =>
    `table ${a.table}, row ${a.row}, column ${a.column}${a.span && `,${a.span}`}${a.openTop ? ', open above' : ''}${a.openBottom ? ', open below' : ''}`,
  IN_NO_FIELD: 'in no field',
} as const

function remarks(required: boolean, place: string | null): string {
  const parts = [...(required ? ['required'] : []), ...(place ? [place] : [])]
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}
