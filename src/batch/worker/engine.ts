import { setFlagsFromString } from 'node:v8'

/** Before Node.js 22. */
const isEarly = Number.parseInt(process.versions.v8, 10) < 12

/**
 * A process reads some hundred short documents: much of the machine code that V8 would compile for them no longer pays, and its helper
 * threads would take the processors on which other documents are being read. Two processes spend 8 % less on 500 sheets of a page.
 * V8 warns on standard error of a flag that it does not know, so each is listed under the versions that know it.
 */
export const engineFlags: readonly string[] = [
  // Of the work after which a function is compiled: four times as much as V8 sets.
  ...(isEarly ? ['--interrupt-budget=528000'] : []),
  // The same for the functions of PDFium: as much as V8 sets since version 12; a process that reads one page spends 10 % less.
  ...(isEarly ? ['--wasm-tiering-budget=13000000'] : []),
  // Of the code that is copied into the function that calls it: half as much as V8 sets.
  '--max-inlined-bytecode-size-cumulative=460',
  '--no-parallel-scavenge',
]

/** Sets V8 for this process; functions that are compiled already stay as they are. */
export function tuneEngine(): void {
  for (const flag of engineFlags) setFlagsFromString(flag)
}
