import { readFileSync } from 'node:fs'
import { claimants, layoutRuns } from '../build/layouts/choose.js'
import { layouts } from '../build/layouts/registry.js'
import { readWith } from '../build/readers/reader.js'
import { readers } from '../build/readers/registry.js'
import { assemble } from '../build/walks/assemble.js'
import { jsonPieces } from '../build/writers/json/json.js'
import { resultOf } from './seeds.mjs'
import { sheet } from './sheets.mjs'
import { least, ms, percent, print, times } from './table.mjs'

/** So many that the compiler has done its work on a page. */
const manyRounds = 60
const fewRounds = 12

/** Where the time of one document goes, in a process that is warm. */
export async function stages(seeds) {
  const page = readFileSync(sheet)
  const [doc] = (await resultOf(page)).documents
  const rows = []
  for (const { name, bytes, doc: own } of [...seeds, { name: 'one page of PDF', bytes: page, doc }]) {
    const spent = await repeated(bytes, manyRounds)
    const whole = spent.reduce((sum, each) => sum + each, 0)
    rows.push([name, own.layout, ms(whole), ...spent.map(each => percent(each, whole))])
  }
  print(
    'Where the time goes',
    ['document', 'layout', 'ms', 'read', 'recognise', 'parse', 'value + check', 'write'],
    rows,
  )
}

/** The same document 1, 2, 4 and 8 times in one input: with time in proportion to the size every figure is 1. */
export async function growth(seeds) {
  const copies = [1, 2, 4, 8]
  const rows = []
  for (const { name, bytes, doc } of seeds) {
    const spent = []
    for (const count of copies)
      spent.push((await repeated(manifold(bytes, count), fewRounds)).reduce((a, b) => a + b, 0))
    rows.push([name, doc.layout, ...spent.map((each, index) => times(each / spent[0] / copies[index]))])
  }
  print('Growth: time for each copy, one copy = 1', ['seed', 'layout', ...copies.map(count => `${count} copies`)], rows)
}

/** A page break stands between copies, as between the documents of a bundle. */
const manifold = (bytes, count) => Buffer.from(Array(count).fill(new TextDecoder().decode(bytes)).join('\n\f'))

async function repeated(bytes, rounds) {
  const runs = []
  for (let round = 0; round < rounds; round += 1) runs.push(await once(bytes))
  return runs[0].map((_, stage) => least(runs.map(run => run[stage])))
}

async function once(bytes) {
  const at = [performance.now()]
  const lap = value => {
    at.push(performance.now())
    return value
  }
  const source = lap(await readWith(readers, bytes, {}))
  const owned = lap(layoutRuns(source, layouts).flatMap(run => claimants(run.claims).map(claim => ({ run, claim }))))
  const parsed = lap(owned.map(({ run, claim }) => ({ claim, parts: claim.layout.parse(run.range) })))
  const documents = lap(parsed.flatMap(documentsOf))
  lap([...jsonPieces({ documents })])
  return at.slice(1).map((end, index) => end - at[index])
}

const documentsOf = ({ claim: { layout, evidence }, parts }) =>
  parts.map(part => assemble(layout, part, evidence, { path: 'input', sha256: '' }, {}))
