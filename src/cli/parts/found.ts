import { join } from 'node:path'
import { ourTool } from '../../batch/journal/resume.ts'
import { type Difference, differenceOf, type Manifest, manifestIn, resultsName } from '../../batch/parts/manifest.ts'
import type { Part } from '../../batch/parts/merged.ts'
import { say, type Words } from '../../messages/words.ts'
import { descriptorName, isOurs, listedFiles } from '../../writers/data-package/descriptor.ts'
import { plainText, sizeOfFile } from '../../writers/placing/looks.ts'
import { type Problem, UsageError } from '../reporting/stderr.ts'

/** The parts of one run, all of them, in their order. */
export interface Found {
  readonly parts: readonly Part[]
  /** Of the first; the others agree with it in all that they have in common. */
  readonly manifest: Manifest
}

interface Candidate {
  readonly folder: string
  readonly manifest: Manifest
}

/** A descriptor lists one file. */
const mostBytes = 64 * 1024 * 1024

/**
 * The parts in some folders. Throws a UsageError that names every folder that holds no whole part, or one of another version or of other options,
 * and every part that is missing or there twice.
 */
export function partsIn(folders: readonly string[]): Found {
  const looked = folders.map(folder => partAt(folder.replace(/(?<=.)[/\\]+$/, '')))
  refuse(looked.filter((each): each is Problem => 'code' in each))
  const candidates = looked.filter((each): each is Candidate => !('code' in each))
  const [first] = candidates as [Candidate, ...Candidate[]]
  refuse(candidates.flatMap(each => otherTool(each)))
  refuse(candidates.flatMap(each => otherRun(each, first)))
  const numbered = candidates.toSorted((a, b) => a.manifest.shard.number - b.manifest.shard.number)
  refuse([...twice(numbered), ...missing(numbered)])
  return { parts: numbered.map(partOf), manifest: first.manifest }
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UsageError(...problems)
}

function partAt(folder: string): Candidate | Problem {
  const descriptor = textAt(join(folder, descriptorName))
  const manifest = descriptor !== undefined && isOurs(descriptor) ? manifestIn(descriptor) : undefined
  if (descriptor === undefined || !manifest) return problem(folder, 'NO_PART', say('NO_PART'), say('GIVE_PARTS'))
  const listed = listedFiles(descriptor).find(({ path }) => path === resultsName)
  const isWhole = listed !== undefined && sizeAt(join(folder, resultsName)) === listed.bytes
  return isWhole ? { folder, manifest } : problem(folder, 'PART_DAMAGED', say('PART_DAMAGED'), say('WRITE_PART_AGAIN'))
}

function problem(where: string, code: string, message: Words, hint: Words): Problem {
  return { where, code, message, hint }
}

/** What cannot be looked at holds no part. */
function textAt(path: string): string | undefined {
  try {
    return plainText(path, mostBytes)
  } catch {
    return undefined
  }
}

function sizeAt(path: string): number | undefined {
  try {
    return sizeOfFile(path)
  } catch {
    return undefined
  }
}

function otherTool({ folder, manifest }: Candidate): Problem[] {
  const { name, here, there } = differenceOf(manifest.run.tool, ourTool()) ?? {}
  if (name === undefined) return []
  const message = say('PART_OF_OTHER_VERSION', { name, part: here ?? null, own: there ?? null })
  return [problem(folder, 'PART_DIFFERS', message, say('SAME_VERSION'))]
}

/** A part of another run than the first one that is named. */
function otherRun({ folder, manifest }: Candidate, first: Candidate): Problem[] {
  const found =
    differenceOf(manifest.shard.of, first.manifest.shard.of, 'shard') ?? differenceOf(manifest.run, first.manifest.run)
  return found ? [problem(folder, 'PART_DIFFERS', differs(found, first.folder), say('SAME_COMMAND'))] : []
}

const differs = ({ name, here, there }: Difference, other: string): Words =>
  /^(?:inputs|typed)\b/u.test(name)
    ? say('PART_OF_OTHER_INPUTS', { other })
    : say('PART_DIFFERS', { name, here, there, other })

function twice(numbered: readonly Candidate[]): Problem[] {
  return numbered.flatMap(({ folder, manifest: { shard } }, index) => {
    const before = numbered[index - 1]
    if (before?.manifest.shard.number !== shard.number) return []
    return [problem(folder, 'PART_TWICE', say('PART_TWICE', { ...shard, other: before.folder }), say('GIVE_PART_ONCE'))]
  })
}

function missing(numbered: readonly Candidate[]): Problem[] {
  const of = numbered[0]?.manifest.shard.of ?? 0
  const there = new Set(numbered.map(({ manifest }) => manifest.shard.number))
  const numbers = Array.from({ length: of }, (_, index) => index + 1).filter(number => !there.has(number))
  if (numbers.length === 0) return []
  return [
    problem(
      'merge',
      'PART_MISSING',
      say('PART_MISSING', { numbers, of }),
      say('RUN_SHARD', { first: `${numbers[0]}/${of}` }),
    ),
  ]
}

const partOf = ({ folder, manifest: { shard, results } }: Candidate): Part => ({
  folder,
  file: join(folder, resultsName),
  number: shard.number,
  results,
})
