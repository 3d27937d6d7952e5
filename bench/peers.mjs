import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './seeds.mjs'
import { copies, filesIn, scratch, sheet } from './sheets.mjs'
import { least, ms, print, times } from './table.mjs'

const bin = join(root, 'bin/sapporo-eval.js')
const getTable = join(root, 'bench/get-table.mjs')
const node = process.execPath

/** What a user would pick instead, on the same sheet: the text, the characters with places, or cells. */
export async function peers() {
  const folder = scratch()
  oneSheet(folder)
  manySheets(folder)
}

function oneSheet(folder) {
  const ours = [bin, 'extract', sheet, '-q', '-o', join(folder, 'x.json'), '--overwrite']
  const commands = [
    ['`node -e 0`', 'nothing', node, ['-e', '0']],
    ['**sapporo-eval extract**', 'values', node, ours],
    ['pdf-parse `getTable`', 'cells', node, [getTable, sheet]],
    ['pdfminer `pdf2txt`', 'text', 'pdf2txt', [sheet]],
    ['`pdftotext -layout`', 'text', 'pdftotext', ['-layout', sheet, join(folder, 'x.txt')]],
    ['`mutool draw -F stext`', 'places', 'mutool', ['draw', '-q', '-F', 'stext', '-o', join(folder, 'x.xml'), sheet]],
  ]
  const spent = inTurns(commands, 5)
  const rows = commands.map(([what, gives], index) => [what, gives, ...cost(spent[index], spent[0])])
  print('One sheet of one page, whole process', ['command', 'gives', 'ms', 'of `node -e 0`'], rows)
}

const cost = (spent, base) => (isThere(spent) ? [ms(spent), times(spent / base)] : ['not installed', '–'])

/** Whole processes over many files: what is warm counts, as in a release. pdfminer is given fewer, as it takes so long. */
function manySheets(folder) {
  const [all, some] = [copies(folder, 500), copies(folder, 30)]
  const out = join(folder, 'out')
  const extract = jobs => [bin, 'extract', all, '-q', '-f', 'csv', '-o', `${out}/`, '--overwrite', '--jobs', jobs]
  const commands = [
    ['**sapporo-eval extract --jobs 2**', 'values', node, extract('2'), 500],
    ['**sapporo-eval extract --jobs 1**', 'values', node, extract('1'), 500],
    ['pdf-parse `getTable`', 'cells', node, [getTable, ...filesIn(all)], 500],
    ['pdfminer `pdf2txt`', 'text', 'pdf2txt', filesIn(some), 30],
  ]
  const spent = inTurns(commands, 2).map((each, index) => each / commands[index][4])
  const rows = commands.map(([what, gives, , , sheets], index) => [
    what,
    gives,
    sheets,
    ...pace(spent[index], spent[0]),
  ])
  print('Many sheets, whole process', ['command', 'gives', 'sheets', 'ms a sheet', 'of ours', 'sheets/s'], rows)
}

const pace = (spent, base) =>
  isThere(spent) ? [spent.toFixed(1), times(spent / base), (1000 / spent).toFixed(1)] : ['not installed', '–', '–']

const isThere = Number.isFinite

/** The least time of each command, in turns, so that a busy machine slows all of them. */
function inTurns(commands, rounds) {
  const spent = commands.map(() => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [index, [, , command, args]] of commands.entries()) spent[index].push(timeOf(command, args))
  return spent.map(least)
}

/** In milliseconds; a command that is not there takes for ever. */
function timeOf(command, args) {
  const start = performance.now()
  const { error, status } = spawnSync(command, args, { stdio: 'ignore' })
  if (error?.code === 'ENOENT') return Number.POSITIVE_INFINITY
  if (error || status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}`, { cause: error })
  return performance.now() - start
}
