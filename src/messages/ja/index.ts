import type { en } from '../en/index.ts'
import type { SameAs } from '../same-as.ts'
import { compare } from './compare/compare.ts'
import { diagnostics } from './diagnostics.ts'
import { failures, unknownLayout } from './failures.ts'
import { help } from './help.ts'
import { phrases } from './phrases.ts'
import { release } from './release.ts'

/** 全ての文の日本語版。 */
export const ja: SameAs<typeof en> = { phrases, diagnostics, failures, unknownLayout, release, help, compare }
