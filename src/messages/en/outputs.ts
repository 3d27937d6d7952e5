import { codePoint } from '../short.ts'
/** Why output cannot be written, and what to do about it. */
export const outputs = {
  IS_A_FOLDER: (a: { path: string }) => `${a.path} is a folder`,
  GIVE_FILE_PATH: 'give the path of a file',
  EXISTS_ALREADY: (a: { path: string }) => `${a.path} exists already`,
  OTHER_NAME_OR_OVERWRITE: 'choose another name, or replace it with --overwrite',
  NOT_EMPTY: (a: { path: string }) => `${a.path} is not empty`,
  OVERWRITE_OR_OTHER_PLACE: 'give --overwrite, or another place',
  MADE_MEANWHILE: (a: { path: string; older: string }) =>
    `${a.path} was made while an older result waited in ${a.older} to be put back`,
  MOVE_ONE_AWAY: 'move one of the two away',
  UNSAFE: (a: { path: string; how: string }) =>
    `${a.path} ${a.how}, and is not the unfinished work of this tool: nothing was touched`,
  MOVE_AWAY: (a: { path: string }) => `look at what it is and move ${a.path} away, or choose another output`,
  HOW_LINK: 'is a link',
  HOW_NO_FOLDER: 'is no folder',
  HOW_OTHER_USER: 'belongs to another user',
  HOW_CLOSED: (a: { code: string }) => `cannot be looked into (${a.code})`,
  HOW_HOLDS: (a: { name: string }) => `holds ${JSON.stringify(a.name)}`,
  HOW_UNMARKED: 'does not carry its mark',
  HOW_OTHERS: 'was put there by others',
  HOW_BAD_NOTE: 'is a note that cannot be followed',
  HOW_NO_CACHE: 'holds other files',
  NO_CACHE: (a: { path: string; how: string }) => `${a.path} ${a.how}, and cannot be the cache`,
  NEW_CACHE: 'name a folder that is new, empty or the cache of earlier runs',
  CACHE_TORN: (a: { path: string }) => `the cache has no whole entry for ${a.path}: it is read`,
  CACHE_UNWRITABLE: (a: { path: string; code: string }) =>
    `${a.path} cannot be written (${a.code}): no more is kept there`,
  HOW_LEFT_OVER: 'holds files that had no room in the newer result',
  UNWRITABLE: (a: { path: string; code: string }) => `${a.path} cannot be written: ${a.code}`,
  UNWRITABLE_SINCE: (a: { path: string; why: string; code: string }) =>
    `${a.path} cannot be written: ${a.why} (${a.code})`,
  TRY_AGAIN: 'check that the disk has room and that you may write there, then give the same command again',
  WHY_DENIED: 'permission denied',
  WHY_TAKEN: 'something else stands in its place',
  WHY_FOLDER: 'it is a folder',
  WHY_LONG_NAME: 'its name is too long',
  WHY_NO_PARENT: 'the folder for it cannot be made or reached',
  WHY_FULL: 'the disk is full',
  WHY_FILE_ABOVE: 'a file stands where a folder is needed',
  WHY_READ_ONLY: 'the disk can only be read',
  WHY_OTHER_DISK: 'another disk begins there',
  IN_THE_WAY: (a: { path: string }) => `${a.path} is in the way`,
  MOVE_OR_OTHER_FOLDER: 'move it away, or choose another folder',
  BUSY: (a: { path: string }) => `${a.path} is being written by another process`,
  BUSY_WITH: (a: { path: string; pid: number }) => `${a.path} is being written by process ${a.pid}`,
  WAIT_OR_END: 'wait until it is done, or end it',
  CP932_LACKS: (a: { character: string; table: string; column: string; row: number }) =>
    `CP932 has no "${a.character}" (${codePoint(a.character)}): table ${a.table}, column ${a.column}, ${a.row === 0 ? 'header' : `row ${a.row}`}`,
  EXCHANGE_OR_UTF_8_BOM:
    'leave --strict-encoding out and it is exchanged, or choose --encoding utf-8-bom, which has every character',
  SHEET_FULL: (a: { table: string; rows: number }) =>
    `the table ${a.table} has more than ${a.rows} rows, which no sheet holds`,
  OTHER_FORMAT_OR_FEWER: 'choose -f csv or -f parquet, or give fewer inputs at a time',
  NO_DOCUMENT_FOR_TABLE: 'there is no document to make a table of',
  SEE_FAILURES: 'what became of the inputs stands in the failures',
  SEVERAL_LAYOUTS: (a: { layouts: readonly string[] }) =>
    `the documents are of several layouts: ${a.layouts.join(', ')}`,
  CHOOSE_LAYOUT: (a: { tables: readonly string[] }) =>
    `choose one with --layout, a table with --table (${a.tables.join(', ')}), or write into a folder with -o`,
  NO_SUCH_TABLE_AMONG: (a: { name: string; tables: readonly string[] }) =>
    `there is no table "${a.name}", only ${a.tables.join(', ')}`,
  NAME_ONE_OF_THESE: 'name one of these',
  DID_YOU_MEAN: (a: { name: string }) => `did you mean ${a.name}?`,
  NOT_KEPT: (a: { detail: string }) => `what was read cannot be kept: ${a.detail}`,
  CHANGED_ON_DISK: 'what was read has been changed on disk while the run went on',
  EARLIER_DAMAGED: 'what an earlier run has read is damaged (--force begins anew)',
  MAKE_ROOM_AND_RESUME:
    'make room or choose another place for -o, then give the same command again: it resumes the run',
  TEMPORARY_ROOM: 'make room in the folder for temporary files, choose another one with TMPDIR, or a place with -o',
  STDOUT_UNWRITABLE: (a: { detail: string }) => `it cannot be written: ${a.detail}`,
  CHECK_DIRECTION: 'check what it is directed to',
} as const
