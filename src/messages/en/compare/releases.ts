/** What is said of releases that cannot be compared. */
export const releases = {
  RELEASE_UNREAD: 'the release is not compared: it has no document that can be read',
  ALL_BY_EXTRACT: 'sapporo-eval extract writes all of them',
  RELEASE_NOT_TABLES: (a: { format: string }) => `a folder of ${a.format} files cannot be read back`,
  EXTRACT_AS_CSV: 'give the documents, or write them with extract -f csv or -f json',
  TABLE_ONLY_FOLDER: 'several tables need several files',
  FOLDER_OR_TABLE: (a: { tables: readonly string[] }) =>
    `choose one with --table: ${a.tables.join(', ')}; or write xlsx or JSON`,
  NO_HISTORY: 'no release has evaluation sheets',
} as const
