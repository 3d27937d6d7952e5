import * as fs from 'node:fs'
import { join } from 'node:path'

/**
 * Moves the files `names` from one folder into another, over files of the same name, and takes the `retired` ones out of it.
 * Where a step fails, every step before it is undone. `from` is left with what was replaced.
 */
export function moveInto(target: string, from: string, names: readonly string[], retired: readonly string[]): void {
  const replaced = join(from, 'replaced')
  fs.mkdirSync(replaced)
  const moves = [
    ...[...new Set([...retired, ...names])].filter(name => isFile(join(target, name))).map(out(target, replaced)),
    ...names.map(out(from, target)),
  ]
  const done: Move[] = []
  try {
    for (const move of moves) done.push(carry(move))
  } catch (error) {
    for (const { from: origin, to } of done.reverse()) fs.renameSync(to, origin)
    throw error
  }
}

interface Move {
  readonly from: string
  readonly to: string
}

const out =
  (from: string, to: string) =>
  (name: string): Move => ({ from: join(from, name), to: join(to, name) })

function carry(move: Move): Move {
  fs.renameSync(move.from, move.to)
  return move
}

// Folders are never moved out: a new file that would take the place of one fails, and nothing is lost.
const isFile = (path: string): boolean => fs.lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false
