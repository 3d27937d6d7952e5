import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cases } from '../../../fixtures/readers/pdf/make/cases.ts'

const folder = new URL('../../../fixtures/readers/pdf/', import.meta.url)

/** The bytes of a fixture; `UPDATE=1` writes those that are made here anew. */
export function fixture(name: string): Buffer {
  const file = fileURLToPath(new URL(`${name}.pdf`, folder))
  const make = cases[name]
  if (process.env.UPDATE && make) writeFileSync(file, make())
  if (!existsSync(file)) throw new Error(`fixture ${name} is missing: UPDATE=1 npm test makes it`)
  return readFileSync(file)
}
