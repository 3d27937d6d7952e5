/** The commands that read no document in the process of the command line, as one module. */
export { detect } from './detect.ts'
export { extract } from './extract.ts'
export { inspect } from './inspect.ts'
export { validate } from './validate.ts'
