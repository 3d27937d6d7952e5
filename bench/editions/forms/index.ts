import type { Random } from '../choices.ts'
import type { Edition } from '../document.ts'
import { findingTable } from './finding.ts'

/** What makes a document of each form. */
export const forms: { readonly [form: string]: (random: Random) => Edition } = {
  'finding-table': findingTable,
}
