import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { limitsFrom } from '../../../batch/ask.ts'
import { fileSource } from '../../../batch/sources.ts'
import { Gathering, type Release, releaseOf } from '../../../compare/data/release.ts'
import type { ReleaseTable } from '../../../compare/data/table.ts'
import { layouts } from '../../../layouts/registry.ts'
import { say } from '../../../messages/words.ts'
import type { Source } from '../../../pipeline.ts'
import { toldResult } from '../../../told.ts'
import { descriptorName, isOurs } from '../../../writers/data-package/descriptor.ts'
import { stagingFor } from '../../../writers/placing/staging.ts'
import type { Outcome } from '../../exit-codes.ts'
import { outputEndings } from '../../inputs/endings.ts'
import { filesBelow } from '../../inputs/folders.ts'
import { inputsOf } from '../../inputs/inputs.ts'
import type { LimitFlags } from '../../inputs/limits.ts'
import { type LinkFlags, linksOf } from '../../inputs/links.ts'
import { type PasswordFlags, passwordOf } from '../../inputs/password.ts'
import { wantedFor } from '../../inputs/wanted.ts'
import { screenLanguage } from '../../language.ts'
import { OutcomeCounts } from '../../reporting/outcome.ts'
import { Reporter } from '../../reporting/reporter.ts'
import { oneLine, reportProblem, usage } from '../../reporting/stderr.ts'
import { readInputs } from '../../running/read-inputs.ts'
import { lookAt, looking, type ValidateTask } from '../apart/look.ts'
import { type CsvResource, tablesIn } from './csv-tables.ts'
import { documentsIn } from './documents.ts'

/** The options by which releases are read. */
export interface ReleaseFlags extends LimitFlags, LinkFlags, PasswordFlags {
  readonly quiet?: boolean
  readonly jobs?: number
}

/** A release that was read, and what could not be read of it. */
export interface ReadRelease extends Outcome {
  readonly release: Release
}

/** The release at a path: output that `extract` wrote, or documents. Undefined where nothing of it can be read, which is reported. */
export async function readRelease(path: string, flags: ReleaseFlags): Promise<ReadRelease | undefined> {
  const found = (await outputAt(path, flags)) ?? (await documentsAt(path, flags))
  if (found === 'faulty') return undefined
  const { tables, failed } = found
  const written = tables.find(({ head }) => head.name === 'documents')?.rows.length ?? 0
  if (written > 0) return { release: releaseOf(oneLine(path), tables), written, failed, findings: false }
  reportProblem({ where: path, code: 'NO_DOCUMENTS', message: say('RELEASE_UNREAD') })
  return undefined
}

interface Tables {
  readonly tables: readonly ReleaseTable[]
  readonly failed: number
}

/** Output at a path; `faulty` where it is not as it should be, undefined where there is none. */
async function outputAt(path: string, flags: ReleaseFlags): Promise<Tables | 'faulty' | undefined> {
  const isFolder = await stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
  const descriptor = isFolder ? join(path, descriptorName) : path
  if (basename(descriptor) === descriptorName && (await isOurFolder(descriptor))) return packageAt(descriptor, flags)
  if (!isFolder)
    return outputEndings.includes(extname(path).toLowerCase()) ? jsonAt([fileSource(path)], flags) : undefined
  const documents = await filesBelow(path, wantedFor({ ...flags, quiet: true }))
  if (documents.length > 0) return undefined
  const outputs = await filesBelow(path, { ...linksOf(flags), endings: outputEndings })
  return outputs.length === 0
    ? undefined
    : jsonAt(
        outputs.map(({ path: file }) => fileSource(file)),
        flags,
      )
}

const isOurFolder = (descriptor: string): Promise<boolean> => readFile(descriptor, 'utf8').then(isOurs, () => false)

async function packageAt(descriptor: string, flags: ReleaseFlags): Promise<Tables | 'faulty'> {
  if (!(await areValid([fileSource(descriptor)], flags))) return 'faulty'
  const { resources } = JSON.parse(await readFile(descriptor, 'utf8')) as {
    resources: (CsvResource & { format?: string })[]
  }
  const folder = dirname(descriptor)
  const other = resources.find(({ format }) => format === 'parquet' || format === 'xlsx')?.format
  if (other !== undefined) throw usage(descriptor, say('RELEASE_NOT_TABLES', { format: other }), say('EXTRACT_AS_CSV'))
  const csv = resources.filter(({ format }) => format === 'csv')
  const failures = await readFile(join(folder, 'failures.jsonl'), 'utf8').catch(() => '')
  const failed = failures.split('\n').filter(line => line !== '').length
  if (csv.length > 0) return { tables: await tablesIn(folder, csv), failed }
  const beside = ['failures.jsonl', 'release-findings.jsonl']
  const files = resources.filter(
    ({ path, format = '' }) => ['json', 'jsonl'].includes(format) && !beside.includes(path),
  )
  const found = await jsonAt(
    files.map(({ path }) => fileSource(join(folder, path))),
    flags,
  )
  return found === 'faulty' ? found : { ...found, failed: Math.max(found.failed, failed) }
}

async function jsonAt(sources: readonly Source[], flags: ReleaseFlags): Promise<Tables | 'faulty'> {
  if (!(await areValid(sources, flags))) return 'faulty'
  const gathering = new Gathering(layouts)
  let failed = 0
  for (const source of sources) {
    const found = documentsIn(new TextDecoder().decode(await source.bytes()))
    for (const doc of found.documents) gathering.add(doc)
    failed += found.failed
  }
  return { tables: gathering.tables, failed }
}

/** Whether files of output are as the schema and their description say; what is not is reported. They are looked at in another process. */
async function areValid(sources: readonly Source[], flags: ReleaseFlags): Promise<boolean> {
  const limits = limitsFrom(flags)
  return looking<ValidateTask, boolean>(limits, async lane => {
    let areAll = true
    for (const source of sources) {
      const { found } = await lookAt(source, { command: 'validate', isTyped: true }, lane, limits)
      for (const { path: where, message, place = '' } of found?.faults ?? [])
        reportProblem({ where, code: 'INVALID', message, at: place })
      areAll &&= found !== null && found.faults.length === 0
    }
    return areAll
  })
}

/** Documents that are still to be read, each by a process that can be ended. */
async function documentsAt(path: string, flags: ReleaseFlags): Promise<Tables> {
  const sources = await inputsOf([path], wantedFor(flags))
  const password = await passwordOf(flags)
  const reading = { provenance: false, raw: false, findings: false, password }
  const staging = stagingFor({ kind: 'stdout' })
  const reporter = new Reporter(flags, sources.length, say('ALL_BY_EXTRACT'))
  const counts = new OutcomeCounts({})
  const gathering = new Gathering(layouts)
  try {
    await readInputs(
      { sources, reading, staging, flags },
      {
        onStart: each => reporter.start(each),
        onDone: async (result, how) => {
          reporter.done(toldResult(result, screenLanguage()), how)
          counts.add(result)
          for (const doc of result.documents) gathering.add(doc)
        },
      },
    )
    reporter.end({ releaseFindings: [], output: null })
    return { tables: gathering.tables, failed: counts.failed }
  } finally {
    reporter.close()
    staging.remove()
    staging.close()
  }
}
