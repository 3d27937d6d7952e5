import type { Pages, SourceDocument } from '../document/model.ts'
import { inputError } from '../failures.ts'
import { say } from '../messages/words.ts'

export interface ReadOptions {
  /** For encrypted PDFs; texts have no use for it. */
  readonly password?: string | undefined
  /** Pages of the file that are wanted, from 1; a reader may leave the others unread. All where it is left out. */
  readonly pages?: readonly Pages[] | undefined
  /** Awaited between two pages: lets the process hear of an interrupt, and throws where reading is to stop. */
  readonly pause?: (() => Promise<void>) | undefined
  /** Beside ruled tables, those too that show by fills or alignment alone: for who asks for tables, not for a form. */
  readonly everyTable?: boolean | undefined
}

/** One way to turn bytes into a document. Exactly one reader owns an input; the last of the registry takes any text. */
export interface Reader {
  readonly id: string
  readonly mediaType: SourceDocument['mediaType']
  owns(bytes: Uint8Array): boolean
  /** Throws an InputError where the input cannot be read. */
  read(bytes: Uint8Array, options: ReadOptions): Promise<SourceDocument>
}

/** What the first reader that owns the bytes makes of them. */
export async function readWith(
  readers: readonly Reader[],
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<SourceDocument> {
  const owner = readers.find(reader => reader.owns(bytes))
  if (!owner) throw inputError('NOT_TEXT', { why: say('UNKNOWN_KIND') })
  return owner.read(bytes, options)
}
