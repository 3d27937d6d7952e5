import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Doc } from '../src/envelope.ts'
import type { KnownDoc } from '../src/index.ts'
import type { Out } from '../src/layouts/kit/fields.ts'
import { type KnownLayout, layouts } from '../src/layouts/registry.ts'
import { nameOf, typesOf } from './helpers/types-of.ts'

const isUpdate = process.env.UPDATE === '1' && process.env.CI === undefined

/** The documents as the compiler sees them in the field definitions. */
type DocOf<L> = L extends { readonly id: infer Id extends string; readonly header: infer H; readonly record: infer R }
  ? Doc<Id, Plain<Out<H>>, Plain<Out<R>>>
  : never
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T

describe('the types of the library', () => {
  it.each(layouts.map(layout => [layout.id, layout] as const))('of %s are those of its fields', (id, layout) => {
    const path = new URL(`../src/library/documents/${id}.ts`, import.meta.url).pathname
    const made = typesOf(layout)
    if (isUpdate) writeFileSync(path, made)
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(made)
    expect(made).toContain(`interface ${nameOf(id)}Record`)
  })

  it('are the types that the compiler finds in the definitions', () => {
    expectTypeOf<KnownDoc>().toEqualTypeOf<DocOf<KnownLayout>>()
  })
})
