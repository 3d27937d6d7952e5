import * as fs from 'node:fs'
import { join } from 'node:path'
import { descriptorName, isOutputName } from '../data-package/descriptor.ts'
import { unsafe } from '../errors.ts'
import { Sink, syncFolder } from '../sink.ts'
import { hashOfFile, plainText } from './looks.ts'
import { stands } from './tree.ts'

const ways = ['make', 'file', 'exchange', 'move'] as const

/** How far the work on an output has got: written before each step that a later run must be able to finish or undo. */
export interface Note {
  /** The output is being made, or put in place: a single file, a folder by one rename, or its files one by one. */
  readonly how: (typeof ways)[number]
  /** All files that the new folder may come to hold; none for a single file. */
  readonly names: readonly string[]
  /** The files of the older folder that are removed: those of the same name, and those that an earlier run wrote. */
  readonly leaving: readonly string[]
  /** SHA-256 of the new file, or of the descriptor of the new folder; null until it is made. */
  readonly sha256: string | null
  /** The same of what an earlier part of this run had put in place already; null where it had not. */
  readonly own: string | null
}

export const noteName = 'note.json'
export const newNoteName = `${noteName}.new`

/** A note lists every file of the output. */
const mostBytes = 256 * 1024 * 1024

/** Replaces the note and flushes it to disk. */
export function writeNote(staging: string, note: Note): void {
  const written = join(staging, newNoteName)
  fs.rmSync(written, { force: true })
  const sink = new Sink(written)
  sink.add(JSON.stringify(note))
  sink.finishOnDisk()
  fs.renameSync(written, join(staging, noteName))
  syncFolder(staging)
}

/** The last note, or undefined where none was written. Throws OUTPUT_UNSAFE for one that is not ours, or not whole. */
export function noteIn(staging: string): Note | undefined {
  const path = join(staging, noteName)
  if (!stands(path)) return undefined
  const note = parsed(plainText(path, mostBytes) ?? '')
  if (!isNote(note)) throw unsafe(path, 'is a note that cannot be followed')
  return note
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const keys = ['how', 'leaving', 'names', 'own', 'sha256']

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== keys.join()) return false
  const { how, names, leaving, sha256, own } = value as { [key: string]: unknown }
  const isHow = ways.some(way => way === how)
  return (
    isHow &&
    areNames(names) &&
    areNames(leaving) &&
    isHash(own) &&
    isHash(sha256) &&
    (sha256 === null) === (how === 'make')
  )
}

const areNames = (value: unknown): boolean =>
  Array.isArray(value) && value.every(name => typeof name === 'string' && isOutputName(name))

const isHash = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

/** What identifies the output at a target: the hash of the file, or of the descriptor of the folder. */
export const hashAt = (target: string, kind: 'file' | 'folder'): string | undefined =>
  hashOfFile(kind === 'file' ? target : join(target, descriptorName))
