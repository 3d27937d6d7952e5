import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFParse } from 'pdf-parse'
import { layoutIds } from '../build/layouts/ids.js'
import { resultOf, root } from './seeds.mjs'
import { percent, print } from './table.mjs'

/** Programs that make texts of PDFs, each as a user would call it. */
const converters = [
  ['`pdftotext`', path => said('pdftotext', [path, '-'])],
  ['`pdftotext -raw`', path => said('pdftotext', ['-raw', path, '-'])],
  ['`pdftotext -layout`', path => said('pdftotext', ['-layout', path, '-'])],
  ['`mutool draw -F txt`', path => said('mutool', ['draw', '-q', '-F', 'txt', path])],
  ['`mutool draw -F html`', path => said('mutool', ['draw', '-q', '-F', 'html', path])],
  ['`pdf2txt.py`', path => said('pdf2txt.py', [path])],
  ['pdf-parse `getText`', path => parsed(path, async parser => (await parser.getText()).text)],
  ['pdf-parse `getTable`, as TSV', path => parsed(path, async parser => asTsv((await parser.getTable()).pages))],
  ['`@opendataloader/pdf`, Markdown', path => said('opendataloader-pdf', ['--format', 'markdown', '--stdout', path])],
]

/** What becomes of the PDFs of the fixtures as texts, against what the PDFs themselves give. */
export async function texts() {
  const papers = await Promise.all(layoutIds.flatMap(pdfsOf).map(readPaper))
  const rows = []
  for (const [name, convert] of converters) {
    const found = []
    for (const paper of papers) found.push(await outcomeOf(paper, await convert(paper.path)))
    if (found.every(each => each === undefined)) rows.push([name, ...layoutIds.map(() => 'not installed')])
    else rows.push([name, ...layoutIds.map(id => cellOf(found.filter(each => each?.layout === id)))])
  }
  print('Texts of converters: what is read of what the PDFs hold', ['converter', ...layoutIds], rows)
}

/** The text, or undefined where the program is not there or fails. */
function said(program, args) {
  const { error, status, stdout } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  return error || status !== 0 ? undefined : stdout
}

async function parsed(path, read) {
  const parser = new PDFParse({ data: readFileSync(path) })
  try {
    return await read(parser)
  } catch {
    return undefined
  } finally {
    await parser.destroy()
  }
}

const asTsv = pages =>
  pages
    .flatMap(({ tables }) => tables)
    .map(table => table.map(row => row.map(cell => cell.replace(/\s+/gu, ' ')).join('\t')).join('\n'))
    .join('\n\n')

function pdfsOf(layout) {
  const folder = join(root, 'fixtures', layout)
  return readdirSync(folder)
    .map(name => ({ layout, path: join(folder, name, 'input.pdf') }))
    .filter(({ path }) => existsSync(path))
}

async function readPaper({ layout, path }) {
  const { documents } = await resultOf(readFileSync(path))
  return { layout, path, leaves: valuesOf(documents) }
}

/** Every value by its place: that of the document, then the pointer. */
const valuesOf = documents =>
  new Map(
    documents.flatMap(({ header, records }, at) =>
      [...leaves({ header, records })].flatMap(([pointer, value]) =>
        value === null || pointer.endsWith('printedPage')
          ? []
          : [[`${at}${pointer}`, String(value).replace(/\s/gu, '')]],
      ),
    ),
  )

function* leaves(value, pointer = '') {
  if (value === null || typeof value !== 'object') yield [pointer, value]
  else for (const [key, part] of Object.entries(value)) yield* leaves(part, `${pointer}/${key}`)
}

/** How many values are right, and how many are not and nothing says so. */
async function outcomeOf({ layout, leaves: wanted }, text) {
  if (text === undefined) return undefined
  const { documents } = await resultOf(new TextEncoder().encode(text))
  const found = valuesOf(documents)
  const told = documents.flatMap(({ diagnostics }, at) =>
    diagnostics.flatMap(({ severity, pointer }) =>
      severity === 'info' || pointer === null ? [] : [`${at}${pointer}`],
    ),
  )
  const isTold = place => told.some(each => place === each || place.startsWith(`${each}/`))
  const wrong = [...wanted].filter(([place, value]) => found.get(place) !== value).map(([place]) => place)
  const isRefused = documents.length === 0
  const silent = isRefused ? 0 : wrong.filter(place => !isTold(place)).length
  return { layout, isRefused, leaves: wanted.size, right: wanted.size - wrong.length, silent }
}

const sum = (all, key) => all.reduce((total, each) => total + each[key], 0)

/** `reads`: nearly all is right; `doubts`: not so, but it is said where; `refuses`: nothing is read, by name. */
function cellOf(all) {
  const read = all.filter(each => !each.isRefused)
  if (read.length === 0) return `refuses ${all.length} of ${all.length}`
  const [right, silent, whole] = [sum(read, 'right'), sum(read, 'silent'), sum(read, 'leaves')]
  const word = right >= 0.98 * whole && silent <= 0.005 * whole ? 'reads' : 'doubts'
  const refused = read.length < all.length ? `, refuses ${all.length - read.length} of ${all.length}` : ''
  return `${word} (${percent(right, whole)} right, ${silent} silent)${refused}`
}
