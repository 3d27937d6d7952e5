/** What the surroundings of the program do for it. The bundle for browsers has `browser.ts` in place of this file. */
export * from './node.ts'
