import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layouts } from '../build/layouts/registry.js'
import { extractOne } from '../build/pipeline.js'
import { readers } from '../build/readers/registry.js'

export const root = new URL('../', import.meta.url).pathname

/** What the tool makes of some bytes. */
export const resultOf = (bytes, options = {}) =>
  extractOne({ path: 'input', bytes: async () => bytes }, { layouts, readers, ...options })

/** The source documents, one of each layout. */
export async function seeds() {
  const names = readdirSync(join(root, 'seeds')).sort()
  return Promise.all(
    names.map(async name => {
      const path = join(root, 'seeds', name)
      const bytes = readFileSync(path)
      const [doc] = (await resultOf(bytes)).documents
      return { name: name.slice(0, 3), path, bytes, doc }
    }),
  )
}
