import { parse } from 'csv-parse/sync'

/** The rows of a CSV file, its head among them, by RFC 4180; rows may differ in length. Throws for a quotation mark that is left open. */
export function rowsOfCsv(bytes: Uint8Array, encoding: string, lineEnd: string): string[][] {
  const text = new TextDecoder(encoding === 'cp932' ? 'shift_jis' : encoding, { fatal: true }).decode(bytes)
  return parse(text, { record_delimiter: lineEnd, relax_column_count: true }) as string[][]
}
