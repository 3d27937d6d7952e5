/** How output differs from its schema. */
export const problems = {
  EXPECTED: (a: { expected: string; found: string }) => `expected ${a.expected}, found ${a.found}`,
  NO_SUCH_KEY: 'expected no such key, found it',
  NOT_JSON: (a: { detail: string }) => `expected JSON, but ${a.detail}`,
  DOCUMENT_LINE_FIRST: 'expected the line of a document first, found another',
  RECORD_LINES: (a: { expected: number; found: number }) =>
    `expected ${a.expected} record lines after this document, found ${a.found}`,
  RECORD_PAGES: (a: { records: number; found: number }) =>
    `expected one entry for each of the ${a.records} records, found ${a.found}`,
  TRUE_OR_FALSE: 'true or false',
  AN_OBJECT: 'an object',
  A_LIST: 'a list',
  A_VALUE: 'a value',
  ONE_OF: (a: { values: readonly string[] }) => a.values.join(' or '),
  OTHER_KIND: 'another kind of value',
  AT_LEAST: (a: { minimum: string }) => `at least ${a.minimum}`,
  LENGTH_AT_LEAST: (a: { minimum: string }) => `a length of at least ${a.minimum}`,
  LIST_AT_LEAST: (a: { minimum: string }) => `a list with a length of at least ${a.minimum}`,
  AT_MOST: (a: { maximum: string }) => `at most ${a.maximum}`,
  LENGTH_AT_MOST: (a: { maximum: string }) => `a length of at most ${a.maximum}`,
  LIST_AT_MOST: (a: { maximum: string }) => `a list with a length of at most ${a.maximum}`,
  TEXT_LIKE: (a: { pattern: string }) => `text like ${a.pattern}`,
  NOTHING: 'nothing',
  LIST_OF_ONE: 'a list of 1 item',
  LIST_OF: (a: { items: number }) => `a list of ${a.items} items`,
  SCHEMA_VERSION: (a: { expected: number; found: number | null }) =>
    `expected schemaVersion ${a.expected}, found ${a.found ?? 'none'}`,
  FILE_DESCRIPTION: (a: { found: string }) => `expected the description of a file, found ${a.found}`,
  FILE_MISSING: 'expected the file, found none',
  FILE_BYTES: (a: { expected: number; found: number }) => `expected ${a.expected} bytes, found ${a.found}`,
  FILE_CONTENT: (a: { expected: string; found: string }) =>
    `expected the content of ${a.expected}, found that of ${a.found}`,
  FILE_COLUMNS: (a: { expected: readonly string[]; found: readonly string[] }) =>
    `expected the columns ${a.expected}, found ${a.found}`,
  NOT_CSV: (a: { encoding: string; detail: string }) => `expected CSV in ${a.encoding}, but ${a.detail}`,
  CELL_COUNT: (a: { expected: number; found: number }) => `expected ${a.expected} cells, found ${a.found}`,
  VALUE_MISSING: 'expected a value, found nothing',
  A_YEAR: 'a year',
  KEY_EMPTY: (a: { columns: readonly string[] }) => `expected a key of its own, found no whole key (${a.columns})`,
  KEY_TWICE: (a: { columns: readonly string[]; key: string }) =>
    `expected a key of its own, found the key ${a.key} (${a.columns}) a second time`,
  TABLE_MISSING: (a: { table: string }) => `expected the table ${a.table}, found no such table`,
  ROW_MISSING: (a: { table: string; key: string; columns: readonly string[] }) =>
    `expected a row of ${a.table} with ${a.key} (${a.columns}), found none`,
} as const
