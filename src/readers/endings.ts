/** The endings by which files in a folder count as documents. A file that is named by itself may end in anything. */
export const documentEndings = ['.pdf', '.txt', '.tsv', '.csv', '.md', '.markdown', '.html', '.htm']
