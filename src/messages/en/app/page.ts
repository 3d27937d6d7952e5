/** What the page says that reads documents in a browser. */
export const page = {
  title: 'Evaluation documents of the City of Sapporo as data',
  drop: 'Drop PDFs, texts or folders of them here, or choose files.',
  choose: 'Choose files',
  add: 'Add files',
  local: 'Everything is read in this browser; nothing is sent anywhere.',
  reading: (a: { done: number; of: number; name: string }) => `Reading ${a.done + 1} of ${a.of}: ${a.name}`,
  pages: (a: { pages: number }) => `page ${a.pages + 1}`,
  cancel: 'Cancel',
  cancelled: (a: { left: number }) => `Cancelled: ${a.left} ${a.left === 1 ? 'file was' : 'files were'} not read.`,
  done: (a: { files: number; documents: number; failures: number }) =>
    `Documents found in ${a.files} ${a.files === 1 ? 'file' : 'files'}: ${a.documents}. Not read: ${a.failures}.`,
  nothing: (a: { endings: string }) => `There is no document in it (${a.endings}).`,
  save: 'Save as',
  xlsx: 'Excel workbook',
  csv: 'CSV (a zip archive of all tables)',
  json: 'JSON',
  saving: 'The file is being made.',
  saved: (a: { name: string }) => `Saved: ${a.name}`,
  failed: (a: { detail: string }) => `This did not succeed: ${a.detail}`,
  tooOld: 'This browser is too old. Use a current version of Edge, Chrome, Firefox or Safari.',
  password: (a: { names: readonly string[] }) => `${a.names.join(', ')}: a password is needed.`,
  noDecision: (a: { name: string; line: number }) =>
    `${a.name}: line ${a.line} is no decision that a review has saved.`,
  unlock: 'Read',
  fileName: 'sapporo-evaluation',
} as const
