// What a user would write with pdf-parse: every table of every page of the files named, in one process.
import { readFileSync } from 'node:fs'
import { PDFParse } from 'pdf-parse'

for (const path of process.argv.slice(2)) {
  const parser = new PDFParse({ data: readFileSync(path) })
  const { pages } = await parser.getTable()
  await parser.destroy()
  console.log(JSON.stringify(pages))
}
