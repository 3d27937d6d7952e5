import { inputError } from '../../../failures.ts'
import { say, type Words } from '../../../messages/words.ts'
import { type Engine, type EngineFile, type Known, Refused } from '../engine/engine.ts'
import { Audit } from '../structure/audit.ts'
import { withMark } from './header.ts'
import { mended, pageObjects } from './mended.ts'
import { type FileFacts, factsOf } from './objects.ts'

export interface GeometryOptions {
  readonly password?: string
  /** A file of more pages is refused; 2,000 where it is left out. */
  readonly pageLimit?: number
}

const defaultPageLimit = 2_000

/** A file that the engine has opened, and what its bytes say besides. */
export interface OpenPdf {
  readonly file: EngineFile
  readonly facts: FileFacts
  readonly audit: Audit
  /** What was wrong with the file and could be put right. */
  readonly repaired?: Words | undefined
  readonly pageCount: number
}

/** Opens a file, an encrypted one twice: its data can be looked through only without the encryption. */
export async function opened(given: Uint8Array, options: GeometryOptions): Promise<OpenPdf> {
  const { pdfium } = await import('../engine/pdfium.ts')
  const engine = await pdfium()
  const bytes = withMark(given)
  const locked = openWith(engine, bytes, options.password, factsOf(bytes))
  const pdf = locked.facts.isLocked ? unlocked(engine, locked) : locked
  const limit = options.pageLimit ?? defaultPageLimit
  const repaired = pdf.audit.repaired ?? (bytes === given ? undefined : say('FIRST_LINE_LOST'))
  if (pdf.pageCount <= limit) return { ...pdf, repaired }
  pdf.file.close()
  throw inputError('INPUT_TOO_LARGE', { bytes: pdf.pageCount, limit, unit: 'pages' })
}

function unlocked(engine: Engine, locked: OpenPdf): OpenPdf {
  const plain = locked.file.unlocked()
  if (!plain) return locked
  locked.file.close()
  return openWith(engine, plain, undefined, { ...factsOf(plain), cutShort: locked.facts.cutShort })
}

function openWith(engine: Engine, bytes: Uint8Array, password: string | undefined, facts: FileFacts): OpenPdf {
  const audit = new Audit(facts.isLocked ? new Uint8Array(0) : bytes)
  const file = fileOf(engine, bytes, password, facts)
  const better = facts.isLocked ? undefined : audit.rebuilt(bytes, file.pageCount)
  const marked = better || facts.isLocked ? undefined : audit.layersMarked(bytes)
  const other = better ?? marked
  const read = other ? instead(engine, file, other, { unitOf: facts.unitOf, hasOff: marked !== undefined }) : file
  return { file: read, facts, audit, pageCount: read.pageCount }
}

/** The file made anew, or marked, in the place of the other, where the engine takes it. */
function instead(engine: Engine, file: EngineFile, better: Uint8Array, known: Known): EngineFile {
  try {
    const opened = engine.open(better, undefined, known)
    file.close()
    return opened
  } catch (error) {
    if (error instanceof Refused) return file
    throw error
  }
}

function fileOf(engine: Engine, bytes: Uint8Array, password: string | undefined, facts: FileFacts): EngineFile {
  try {
    return engine.open(bytes, password, facts)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const whole = error.why === 'damaged' ? mended(bytes, facts) : undefined
    if (whole) return reopened(engine, whole, facts)
    throw refusal(error, facts)
  }
}

function reopened(engine: Engine, whole: Uint8Array, facts: FileFacts): EngineFile {
  try {
    return engine.open(whole, undefined, facts)
  } catch (error) {
    throw error instanceof Refused ? refusal(error, facts) : error
  }
}

function refusal({ why }: Refused, facts: FileFacts): Error {
  if (why === 'password-required') return inputError('PASSWORD_REQUIRED', {})
  if (why === 'password-wrong') return inputError('PASSWORD_WRONG', {})
  const what = facts.cutShort ? leftOver(facts) : say('STRUCTURE_UNREADABLE')
  return inputError('DAMAGED_PDF', { what })
}

/** What is missing so that none of the pages can be shown. */
function leftOver(facts: FileFacts): Words {
  const pages = pageObjects(facts).length
  return pages === 0 ? say('CUT_SHORT_NO_LIST') : say('CUT_SHORT_PAGES_LOST', { pages })
}
