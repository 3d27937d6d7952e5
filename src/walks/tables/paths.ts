import { z } from 'zod'
import { type Field, isField, isList, isMaybe, type Shape } from '../../layouts/kit/fields.ts'

/** A way into the values of a document: from its header or from one record, by keys, and into lists by `[]`. */
export interface Route {
  readonly root: 'header' | 'record'
  readonly steps: readonly string[]
}

/** The field definitions that routes go through. */
export interface Shapes {
  readonly header: Shape
  readonly record: Shape
}

/** A table definition that does not fit the fields: a fault of the program, found when the columns are built. */
export class PathError extends Error {
  override readonly name = 'PathError'
}

export const into = '[]'

/** `indicators[].values[].kind` as steps; a path that begins with `header` goes from the header, any other from the record. */
export function routeOf(path: string): Route {
  const steps = path === '' ? [] : path.replaceAll('[]', '.[]').split('.')
  return steps[0] === 'header' ? { root: 'header', steps: steps.slice(1) } : { root: 'record', steps }
}

export const pathOf = ({ root, steps }: Route): string =>
  [...(root === 'header' ? [root] : []), ...steps].join('.').replaceAll('.[]', '[]')

/** What the fields say is at the end of a route, `maybe()` taken off. Throws a PathError where no field is there. */
export function shapeAt(shapes: Shapes, route: Route): Shape {
  let shape = present(shapes[route.root])
  for (const step of route.steps) shape = present(step === into ? itemOf(shape, route) : partOf(shape, step, route))
  return shape
}

/** A shape without its "may be missing". */
export const present = (shape: Shape): Shape => (isMaybe(shape) ? present(shape.shape) : shape)

function itemOf(shape: Shape, route: Route): Shape {
  const item = isList(shape) ? shape[0] : isField(shape) ? itemField(shape) : undefined
  if (!item) throw new PathError(`"${pathOf(route)}" enters by [] what is not a list`)
  return item
}

/** Of a field whose value is a list (a choice with any number of answers), the field of one item; undefined of any other field. */
export function itemField(field: Field<unknown>): Field<unknown> | undefined {
  const out = bareType(field.out)
  return out instanceof z.ZodArray ? { ...field, out: out.element as z.ZodType } : undefined
}

function partOf(shape: Shape, key: string, route: Route): Shape {
  const parts = isField(shape) || isList(shape) ? {} : (shape as { readonly [key: string]: Shape })
  const part = Object.hasOwn(parts, key) ? parts[key] : undefined
  if (part) return part
  const known = Object.keys(parts)
  const why =
    known.length > 0 ? `there are ${known.join(', ')}` : isList(shape) ? 'enter the list by []' : 'it is no group'
  throw new PathError(`"${pathOf(route)}" leads nowhere at "${key}": ${why}`)
}

/** A type without its "or null". */
const bareType = (type: z.ZodType): z.ZodType =>
  type instanceof z.ZodNullable || type instanceof z.ZodOptional ? bareType(type.unwrap() as z.ZodType) : type

/** The only values a type admits, or null where they are not counted out. */
export function valuesOf(type: z.ZodType): readonly (string | number)[] | null {
  const bare = bareType(type)
  if (bare instanceof z.ZodEnum) return bare.options
  if (bare instanceof z.ZodLiteral) return [...bare.values].filter(isPlain)
  if (!(bare instanceof z.ZodUnion)) return null
  const parts = bare.options.map(option => valuesOf(option as z.ZodType))
  return parts.every(part => part !== null) ? parts.flat() : null
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'
