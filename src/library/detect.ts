import type { Pages, Place } from '../document/model.ts'
import type { Failure } from '../envelope.ts'
import { asFailure } from '../failures.ts'
import type { LayoutId } from '../layouts/ids.ts'
import { spoken } from '../messages/speak.ts'
import type { Source } from '../pipeline.ts'
import { toldFailure } from '../told.ts'
import { type LibraryInput, listOf, sourceOf } from './inputs.ts'

/** A run of pages, and what each layout found on it. */
export interface Detected {
  /** Null for a text without page breaks. */
  readonly pages: Pages | null
  /** The one layout that claims the pages; null where none does, or several do. */
  readonly layout: LayoutId | null
  readonly editions: readonly string[]
  readonly documents: number
  /** Every layout, the one that found most of its marks first. */
  readonly candidates: readonly {
    readonly layout: string
    readonly claims: boolean
    readonly evidence: readonly {
      readonly marker: string
      readonly required: boolean
      readonly found: boolean
      readonly place: Place | null
    }[]
  }[]
}

export interface Detection {
  readonly inputs: readonly { readonly path: string; readonly runs: readonly Detected[] }[]
  readonly failures: readonly Failure[]
}

export interface DetectOptions {
  readonly password?: string
}

/**
 * Which layout owns which pages of some inputs, and by what marks. Never throws for an input. They are read in this process: its other
 * work waits, and nothing limits the time; of strangers' files use `extract`.
 */
export async function detect(
  inputs: LibraryInput | readonly LibraryInput[],
  { password }: DetectOptions = {},
): Promise<Detection> {
  const found: Detection['inputs'][number][] = []
  const failures: Failure[] = []
  for (const source of await Promise.all(listOf(inputs).map(sourceOf))) {
    try {
      const { runs, unread } = await runsOf(source, password)
      found.push({ path: source.path, runs })
      failures.push(...unread)
    } catch (error) {
      failures.push(asFailure(error, source.path))
    }
  }
  return { inputs: found, failures: failures.map(failure => toldFailure(failure, 'en')) }
}

async function runsOf(source: Source, password: string | undefined): Promise<{ runs: Detected[]; unread: Failure[] }> {
  const { layouts, readers, readWith, recogniseAll } = await import('./stages.ts')
  const document = await readWith(readers, await source.bytes(), { password })
  const runs = recogniseAll(document, layouts).map(({ editionDoubts: _, ...run }) => spoken(run, 'en'))
  return {
    runs: runs as unknown as Detected[],
    unread: (document.unread ?? []).map(each => asFailure(each, source.path)),
  }
}
