import { isField, isList, isMaybe, type Shape } from '../../src/layouts/kit/fields.ts'

type Group = { readonly [key: string]: unknown }

/**
 * A value without its keys that hold null, an empty list or nothing but such: what a form does not print makes no lines in an expectation, and
 * a new field none in those of older editions. Items of lists stay, whatever they hold.
 */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned)
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value).map(([key, part]) => [key, pruned(part)] as const)
  return Object.fromEntries(parts.filter(([, part]) => !isNothing(part)))
}

const isNothing = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

/** A pruned value with all that its shape has: null for fields and groups that may be missing, empty lists. */
export function completed(shape: Shape, value: unknown): unknown {
  if (isField(shape)) return value ?? (shape.answers === 'many' ? [] : null)
  if (isMaybe(shape)) return value === undefined ? null : completed(shape.shape, value)
  if (isList(shape)) return ((value ?? []) as readonly unknown[]).map(item => completed(shape[0], item))
  const parts = Object.entries(shape as { readonly [key: string]: Shape })
  return Object.fromEntries(parts.map(([key, part]) => [key, completed(part, (value as Group | undefined)?.[key])]))
}
