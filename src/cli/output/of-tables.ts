/** What needs the definitions of the tables, as one module. */
export { layoutsFor, tableNamed } from './offered.ts'
export { writeFolder } from './write-folder.ts'
