import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './seeds.mjs'
import { sheet } from './sheets.mjs'
import { least, ms, print, times } from './table.mjs'

const bin = join(root, 'bin/sapporo-eval.js')
const rounds = 9

/** Whole processes against a node that does nothing, in turns, so that a busy machine slows both. */
export function startUp(seeds) {
  const commands = [
    ['--version', [bin, '--version']],
    ['--help', [bin, '--help']],
    ['extract one page of PDF', [bin, 'extract', '-q', sheet]],
    ...seeds.map(({ name, path, doc }) => [`extract ${name} (${doc.layout})`, [bin, 'extract', '-q', path]]),
    ['extract 004 --findings', [bin, 'extract', '-q', '--findings', seeds.at(-1).path]],
  ]
  const bare = []
  const spent = commands.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    bare.push(timeOf(['-e', '0']))
    for (const [index, [, args]] of commands.entries()) spent[index].push(timeOf(args))
  }
  const base = least(bare)
  const rows = commands.map(([what], index) => [what, ms(least(spent[index])), times(least(spent[index]) / base)])
  print('Whole process', ['command', 'ms', 'of `node -e 0`'], [['`node -e 0`', ms(base), times(1)], ...rows])
}

function timeOf(args) {
  const start = performance.now()
  spawnSync(process.execPath, args, { stdio: 'ignore' })
  return performance.now() - start
}
