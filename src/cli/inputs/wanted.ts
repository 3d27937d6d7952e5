import { say, type Words } from '../../messages/words.ts'
import { reportNote } from '../reporting/stderr.ts'
import { documentEndings } from './endings.ts'
import type { ExcludeFlags } from './exclude.ts'
import type { Wanted } from './folders.ts'
import { type LinkFlags, linksOf } from './links.ts'

/** The documents of folders; what is passed over there is reported, unless that is not wanted. */
export const wantedFor = ({ quiet, ...flags }: LinkFlags & ExcludeFlags & { readonly quiet?: boolean }): Wanted => ({
  ...linksOf(flags),
  endings: documentEndings,
  withoutOutputs: true,
  ...(quiet ? {} : { onSkipped: (path: string, why: Words) => reportNote(say('SKIPPED', { path, why })) }),
})
