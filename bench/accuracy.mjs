import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layoutIds } from '../build/layouts/ids.js'
import { resultOf, root } from './seeds.mjs'
import { percent, print } from './table.mjs'

/** Values against what stands beside the fixtures, by layout and by field of the record. */
export async function accuracy() {
  const all = []
  for (const layout of layoutIds) for (const name of casesOf(layout)) all.push(...(await leavesOf(layout, name)))
  const byLayout = layoutIds.map(layout => [layout, ...countsOf(all.filter(leaf => leaf.layout === layout))])
  const groups = [...new Set(all.map(groupOf))]
  const byGroup = groups.map(group => [group, ...countsOf(all.filter(leaf => groupOf(leaf) === group))])
  const head = ['leaves', 'equal', 'null', 'null though expected', 'with a diagnostic']
  print('Accuracy against the fixtures, by layout', ['layout', ...head], byLayout)
  print('Accuracy against the fixtures, by field', ['field', ...head], byGroup)
}

function casesOf(layout) {
  const folder = join(root, 'fixtures', layout)
  return existsSync(folder) ? readdirSync(folder).filter(name => existsSync(join(folder, name, 'expected.json'))) : []
}

async function leavesOf(layout, name) {
  const folder = join(root, 'fixtures', layout, name)
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  const input = readdirSync(folder).find(file => file.startsWith('input.'))
  const bytes = readFileSync(expected.input ? join(root, expected.input) : join(folder, input))
  const [doc = { header: null, records: [], diagnostics: [] }] = (await resultOf(bytes)).documents
  const noted = doc.diagnostics.flatMap(({ pointer }) => pointer ?? [])
  const actual = new Map(leaves({ header: doc.header, records: doc.records }))
  return [...leaves({ header: expected.header, records: expected.records })].map(([pointer, value]) => ({
    layout,
    field: pointer.split('/').slice(1)[pointer.startsWith('/records/') ? 2 : 0],
    expected: value,
    actual: actual.get(pointer),
    isNoted: noted.some(each => `${pointer}/`.startsWith(`${each}/`)),
  }))
}

/** Every leaf of a value with its pointer; an empty list is a leaf. */
function* leaves(value, pointer = '') {
  const parts = value !== null && typeof value === 'object' ? Object.entries(value) : []
  if (parts.length === 0) yield [pointer, Array.isArray(value) ? '[]' : value]
  for (const [key, part] of parts) yield* leaves(part, `${pointer}/${key}`)
}

const groupOf = ({ layout, field }) => `${layout}: ${field}`

const countsOf = all => {
  const equal = all.filter(leaf => leaf.actual === leaf.expected)
  const empty = all.filter(leaf => leaf.actual === null)
  const lost = empty.filter(leaf => leaf.expected !== null)
  return [
    all.length,
    percent(equal.length, all.length),
    percent(empty.length, all.length),
    lost.length,
    all.filter(leaf => leaf.isNoted).length,
  ]
}
