/** The endings by which files in a folder count as documents. A file named on the command line may end in anything. */
export const documentEndings = ['.pdf', '.txt', '.tsv', '.csv', '.md', '.markdown', '.html', '.htm']

/** The endings by which files in a folder count as output of this tool. */
export const outputEndings = ['.json', '.jsonl', '.ndjson']
