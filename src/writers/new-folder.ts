import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import type { TableHead } from '../walks/tables/table-rows.ts'
import { Sink, type Written } from './sink.ts'

/** A file of the folder and what it holds; a table is described column by column. */
export interface Resource extends Written {
  /** Below the folder, with `/` between. */
  readonly path: string
  readonly title: string
  readonly table?: TableHead
}

/** A folder that is written file by file, in the order in which they are described. */
export class NewFolder {
  readonly path: string
  readonly resources: Resource[] = []

  constructor(path: string) {
    fs.mkdirSync(path)
    this.path = path
  }

  /** Opens a file below the folder; the folders above it are made. */
  open(name: string): Sink {
    const path = join(this.path, name)
    fs.mkdirSync(dirname(path), { recursive: true })
    return new Sink(path)
  }

  /** Writes a file from its pieces and describes it. */
  async add(name: string, title: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
    const sink = this.open(name)
    for (const piece of pieces) {
      sink.add(piece)
      await turn()
    }
    this.resources.push({ path: name, title, ...sink.finish() })
  }
}

/** Room for an interrupt: writing thousands of documents takes its time. */
export const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
