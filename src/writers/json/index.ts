/** The writers of documents, as one module. */
export { jsonWriter } from './json.ts'
export { jsonlWriter } from './jsonl.ts'
