/** The help of the commands that compare releases. */
export const compareHelp = {
  diff: 'Show what differs between two releases: outputs of extract, or documents.',
  history: 'Write the figures of the sheets of several releases as one long table for each measure.',
  oldRelease: 'the older release: a folder or file of output, or documents',
  newRelease: 'the newer release',
  releases: 'releases, the oldest first: folders or files of output, or documents',
  diffFormat: 'default: by the ending of -o, else text',
  historyFormat: 'default: by the ending of -o, else json',
  diffOutput: 'file; default: standard output',
  historyTable: 'the one table to write as CSV or Parquet',
  differs: 'something differs, with --exit-code',
  exitCode: 'exit 4 where anything differs, apart from what is not comparable',
  ofDiff:
    'Records are paired by their codes. A figure of one fiscal year that both releases print must be the same; what is doubtful or empty in one of them is told as not comparable, and is no change.',
  ofHistory:
    'Where releases print the figure of one year, that of the later one is taken; others that differ stand in a column beside it.',
} as const
