import { z } from 'zod'
import type { Printed } from '../../document/printed.ts'
import type { Leaf } from './leaves.ts'

/** The types of Table Schema that our columns use. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'year'

/** What values are called in Japanese, by the values. */
export interface Labels {
  readonly [value: string]: string
}

/**
 * One field of a record, as the form names it: how its printed text becomes a value, and what that value is.
 * `read` gives null for "not filled in" (－) and undefined for "not one", which is reported as FIELD_UNREADABLE.
 */
export interface Field<T> {
  readonly kind: 'field'
  readonly ja: string
  readonly type: ColumnType
  readonly out: z.ZodType<T>
  /** What a good value looks like, for the diagnostic of a bad one. */
  readonly expected: string
  readonly read: (on: Printed) => T | null | undefined
  /** It holds one number or code: two on two lines are two readings. */
  readonly isFigure?: true
  /** A choice with one answer, or with any number of them. */
  readonly answers?: 'one' | 'many'
  /** Leaving every option unmarked is usual on this form. */
  readonly mayBeUnmarked?: boolean
  /** Counted by the tool, never null. */
  readonly counted?: boolean
  readonly unit?: string
  readonly example?: string
  /** What its values are called, where they are words of ours for printed ones. */
  readonly labels?: Labels
}

/** A group that may be missing as a whole: `measures.sub`. */
export interface Maybe<S extends Shape> {
  readonly kind: 'maybe'
  readonly shape: S
}

// biome-ignore-start lint/suspicious/noExplicitAny: a shape holds fields of every type; In and Out recover them
type AnyField = Field<any>
type Group = { readonly [key: string]: Shape }
export type Shape = AnyField | readonly [Shape] | Maybe<any> | Group
// biome-ignore-end lint/suspicious/noExplicitAny: as above

/** The values of a shape: every printed one may be null. */
export type Out<S> =
  S extends Field<infer T>
    ? T
    : S extends Maybe<infer I>
      ? Out<I> | null
      : S extends readonly [infer I]
        ? Out<I>[]
        : { [K in keyof S]: Out<S[K]> }

/** What parsing finds for a shape: leaves in the same arrangement. */
export type In<S> =
  S extends Field<unknown>
    ? Leaf
    : S extends Maybe<infer I>
      ? In<I> | null
      : S extends readonly [infer I]
        ? readonly In<I>[]
        : { readonly [K in keyof S]: In<S[K]> }

export const isField = (shape: Shape): shape is AnyField => 'kind' in shape && shape.kind === 'field'
export const isMaybe = (shape: Shape): shape is Maybe<Shape> => 'kind' in shape && shape.kind === 'maybe'
export const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)

/** Any number of the same: `costs`, `progress`. */
export const list = <S extends Shape>(shape: S): readonly [S] => [shape]

export const maybe = <S extends Shape>(shape: S): Maybe<S> => ({ kind: 'maybe', shape })

const schemas = new WeakMap<Shape, z.ZodType>()

/** The zod schema of a shape's values: what the output promises, and what JSON Schema is made of. Made on first use. */
export function outputSchema(shape: Shape): z.ZodType {
  const known = schemas.get(shape)
  if (known) return known
  const schema = schemaOf(shape)
  schemas.set(shape, schema)
  return schema
}

function schemaOf(shape: Shape): z.ZodType {
  if (isField(shape)) return shape.out.describe(shape.unit ? `${shape.ja} (${shape.unit})` : shape.ja)
  if (isMaybe(shape)) return outputSchema(shape.shape).nullable()
  if (isList(shape)) return z.array(outputSchema(shape[0]))
  return z.strictObject(
    Object.fromEntries(Object.entries(shape as Group).map(([key, part]) => [key, outputSchema(part)])),
  )
}
