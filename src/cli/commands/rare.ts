/** The commands that are run now and then, as one module. */
export { completion } from '../shells/completion.ts'
export { decide } from './decide.ts'
export { explain } from './explain.ts'
export { merge } from './merge.ts'
export { review } from './review.ts'
