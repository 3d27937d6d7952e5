import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Beside the bundle: `rolldown.config.ts` writes it there. */
const file = new URL('./build.txt', import.meta.url)

let known: string | undefined

/**
 * What identifies this code: a hash of all of it and of the packages beside it. Two builds of one version may read a document differently,
 * and what one of them has kept must not be believed by the other. Code that was not built has an identity for each process.
 */
export function build(): string {
  known ??= idIn(file) ?? randomUUID()
  return known
}

function idIn(path: URL): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
