/** What the checks of a whole release need, as one module. */
export { layouts } from '../../layouts/registry.ts'
export * from '../../walks/release.ts'
