/** The commands that read no document in the process of the command line, and what is said of wrong usage, as one module. */
export { misuseOf } from '../misuse.ts'
export { detect } from './detect.ts'
export { extract } from './extract.ts'
export { inspect } from './inspect.ts'
export { validate } from './validate.ts'
