/** The commands that compare releases, as one module. */
export { diff } from './diff.ts'
export { history } from './history.ts'
