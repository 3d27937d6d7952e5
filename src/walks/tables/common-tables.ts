import type { Form } from './columns.ts'
import { diagnosticsTable } from './diagnostics-table.ts'
import { documentsTable } from './documents-table.ts'
import { planTables, type TablePlan } from './table-rows.ts'

/** The tables every run has: what was read, and what is to be said of it. */
export const commonTables = (forms: readonly Form[]): TablePlan[] => [documentsTable(forms), diagnosticsTable(forms)]

/** Every table of some layouts, each layout's main one first, and the common ones last. */
export const allTables = (forms: readonly Form[]): TablePlan[] => [...forms.flatMap(planTables), ...commonTables(forms)]
