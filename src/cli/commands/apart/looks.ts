/** What is looked for in one input, but for `validate`, which needs most, as one module. */
export { detectOne } from './detect-one.ts'
export { inspectOne } from './inspect-one.ts'
export { pictureOne } from './picture-one.ts'
