import { compare } from './compare/compare.ts'
import { diagnostics } from './diagnostics.ts'
import { failures, unknownLayout } from './failures.ts'
import { help } from './help.ts'
import { phrases } from './phrases.ts'
import { release } from './release.ts'

/** Every sentence in English. The codes and arguments of the other languages follow from it. */
export const en = { phrases, diagnostics, failures, unknownLayout, release, help, compare }
