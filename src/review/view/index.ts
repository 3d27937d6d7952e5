export { mount } from './mount.ts'
export type { Review } from './review.ts'
export { styles } from './styles.ts'
