import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { descriptorName } from './descriptor.ts'
import { removeEmptyAbove, removeEmptyUp, stands } from './tree.ts'

/** Files that go into a folder, by their names there, and those of an earlier run that go away. */
export interface Moved {
  readonly names: readonly string[]
  readonly retired: readonly string[]
}

/**
 * Moves files from one folder into another, over files of the same name, and takes the retired ones out of it. The descriptor
 * is the first to go and the last to come: while it is missing, the folder is unfinished. Where a step fails, every step before
 * it is undone.
 */
export function moveInto(target: string, from: string, { names, retired }: Moved): void {
  const replaced = `${from}-replaced`
  const leaving = descriptorFirst([...new Set([...retired, ...names])]).filter(name => isFile(join(target, name)))
  const moves = [...leaving.map(between(target, replaced)), ...descriptorLast(names).map(between(from, target))]
  const undo: (() => void)[] = []
  try {
    for (const move of moves) carry(move, undo)
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
  removeEmptyAbove(target, retired)
  fs.rmSync(replaced, { recursive: true, force: true })
}

/** Ends a move that was cut off: what has not come yet comes, what has not gone yet goes. */
export function finishMove(target: string, from: string, { names, retired }: Moved): void {
  for (const name of retired) fs.rmSync(join(target, name), { force: true })
  removeEmptyAbove(target, retired)
  for (const name of descriptorLast(names)) if (stands(join(from, name))) carry(between(from, target)(name), [])
  fs.rmSync(`${from}-replaced`, { recursive: true, force: true })
}

interface Move {
  readonly from: string
  readonly to: string
}

const between =
  (from: string, to: string) =>
  (name: string): Move => ({ from: join(from, name), to: join(to, name) })

/** Makes one move, and the folders it needs; what undoes it is put on the list. */
function carry({ from, to }: Move, undo: (() => void)[]): void {
  const above = dirname(to)
  const made = fs.mkdirSync(above, { recursive: true })
  if (made !== undefined) undo.push(() => removeEmptyUp(above, made))
  fs.renameSync(from, to)
  undo.push(() => fs.renameSync(to, from))
}

const isDescriptor = (name: string): boolean => name === descriptorName

const descriptorLast = (names: readonly string[]): string[] => [
  ...names.filter(name => !isDescriptor(name)),
  ...names.filter(isDescriptor),
]

const descriptorFirst = (names: readonly string[]): string[] => descriptorLast(names).reverse()

// Folders are never moved out: a new file that would take the place of one fails, and nothing is lost.
const isFile = (path: string): boolean => fs.lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false
