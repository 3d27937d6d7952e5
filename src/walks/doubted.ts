import type { Diagnostic } from '../diagnostics/codes.ts'

/** What asks for a look. */
export const telling = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(each => each.severity !== 'info')

/** Whether a pointer is told of, itself or what holds it; the whole document holds every value. */
export function doubtedBy(told: readonly Diagnostic[]): (pointer: string) => boolean {
  const pointers = new Set(told.flatMap(each => each.pointer ?? []))
  if (pointers.size === 0) return () => false
  return pointer => {
    const steps = pointer.split('/')
    return steps.some((_, index) => pointers.has(steps.slice(0, steps.length - index).join('/')))
  }
}
