/** What a folder's files end in to be taken as documents. A file named on the command line may end in anything. */
export const documentEndings = ['.pdf', '.txt', '.tsv', '.csv', '.md', '.markdown', '.html', '.htm']

/** What a folder's files end in to be taken as output of this tool. */
export const outputEndings = ['.json', '.jsonl', '.ndjson']
