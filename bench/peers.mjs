import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './seeds.mjs'
import { copies, scratch, sheet } from './sheets.mjs'
import { least, ms, print, times } from './table.mjs'
import { watched } from './watch.mjs'

const bin = join(root, 'bin/sapporo-eval.js')
const getTable = join(root, 'bench/get-table.mjs')
const node = process.execPath
const rounds = 5
const many = 60

/** What a user would pick instead, on the same sheet: the text, the characters with places, or cells. */
export async function peers() {
  const folder = scratch()
  await oneSheet(folder)
  await manySheets(folder)
}

async function oneSheet(folder) {
  const commands = [
    ['`node -e 0`', 'nothing', node, ['-e', '0']],
    [
      '**sapporo-eval extract**',
      'values',
      node,
      [bin, 'extract', sheet, '-q', '-o', join(folder, 'x.json'), '--overwrite'],
    ],
    ['pdf-parse `getTable`', 'cells', node, [getTable, sheet]],
    ['pdfminer `pdf2txt`', 'text', 'pdf2txt', [sheet]],
    ['`pdftotext -layout`', 'text', 'pdftotext', ['-layout', sheet, join(folder, 'x.txt')]],
    ['`mutool draw -F stext`', 'places', 'mutool', ['draw', '-q', '-F', 'stext', '-o', join(folder, 'x.xml'), sheet]],
  ]
  const spent = await inTurns(commands)
  const base = least(spent[0])
  const rows = commands.map(([what, gives], index) => [what, gives, ...figures(spent[index], base)])
  print('One sheet of one page, whole process', ['command', 'gives', 'ms', 'of `node -e 0`'], rows)
}

/** One process each over all files: what is warm counts, as in a release. */
async function manySheets(folder) {
  const input = copies(folder, many)
  const files = readdirSync(input).map(name => join(input, name))
  const out = join(folder, 'out')
  const extract = jobs => [bin, 'extract', input, '-q', '-f', 'csv', '-o', `${out}/`, '--overwrite', '--jobs', jobs]
  const commands = [
    ['**sapporo-eval extract --jobs 2**', 'values', node, extract('2')],
    ['**sapporo-eval extract --jobs 1**', 'values', node, extract('1')],
    ['pdf-parse `getTable`', 'cells', node, [getTable, ...files]],
    ['pdfminer `pdf2txt`', 'text', 'pdf2txt', files],
  ]
  const spent = await inTurns(commands)
  const base = least(spent[0])
  const rows = commands.map(([what, gives], index) => {
    const best = least(spent[index])
    return [
      what,
      gives,
      ...figures(spent[index], base),
      Number.isFinite(best) ? (many / (best / 1000)).toFixed(1) : '–',
    ]
  })
  print(`${many} sheets, one process`, ['command', 'gives', 'ms', 'of ours', 'sheets/s'], rows)
}

const figures = (spent, base) =>
  Number.isFinite(least(spent)) ? [ms(least(spent)), times(least(spent) / base)] : ['not installed', '–']

/** In turns, so that a busy machine slows all of them. A command that is not there takes for ever. */
async function inTurns(commands) {
  const spent = commands.map(() => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [index, [, , command, args]] of commands.entries()) spent[index].push(await timeOf(command, args))
  return spent
}

async function timeOf(command, args) {
  try {
    const { ms: time, code } = await watched(command, args)
    if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}`)
    return time
  } catch (error) {
    if (error.code === 'ENOENT') return Number.POSITIVE_INFINITY
    throw error
  }
}
