import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layoutIds } from '../../src/layouts/ids.ts'

const root = new URL('../../', import.meta.url).pathname

interface Name {
  readonly name: string
  readonly isOfEvery: boolean
}

/** The names that the guide gives: a file as it is, a room with `/` behind it. */
function namesIn(guide: string): Name[] {
  const [, table = ''] = guide.split('## The rooms of a form\n')
  return [...table.matchAll(/^\| `(?<name>[^`]+)` \| (?<forms>every form|some) \|/gmu)].map(({ groups }) => ({
    name: groups?.name as string,
    isOfEvery: groups?.forms === 'every form',
  }))
}

const names = namesIn(readFileSync(join(root, 'docs/adding-a-form.md'), 'utf8'))

const standing = (id: string): string[] =>
  readdirSync(join(root, 'src/layouts', id), { withFileTypes: true }).map(each =>
    each.isDirectory() ? `${each.name}/` : each.name,
  )

describe('the rooms of a form', () => {
  it('are named in the guide to adding a form', () => {
    expect(names.filter(({ isOfEvery }) => isOfEvery).length).toBeGreaterThan(5)
    const used = new Set(layoutIds.flatMap(standing))
    expect(names.map(({ name }) => name).filter(name => !used.has(name))).toEqual([])
  })

  it('are the folders beside the kit, a form each', () => {
    const folders = readdirSync(join(root, 'src/layouts'), { withFileTypes: true }).filter(each => each.isDirectory())
    expect(folders.map(({ name }) => name).sort()).toEqual([...layoutIds, 'kit'].sort())
  })

  it.each(layoutIds)('%s has those of every form, and none without a name', id => {
    const required = names.filter(({ isOfEvery }) => isOfEvery).map(({ name }) => name)
    expect(required.filter(name => !standing(id).includes(name))).toEqual([])
    expect(standing(id).filter(name => !names.some(known => known.name === name))).toEqual([])
  })

  it.each(layoutIds)('%s says in each what the guide says', async id => {
    const from = (file: string) =>
      import(/* @vite-ignore */ join(root, 'src/layouts', id, `${file}.ts`)) as Promise<object>
    expect(await from('words/index')).toMatchObject({ vocabulary: expect.any(Set), fieldHeads: expect.any(Object) })
    expect(await from('checks/index')).toMatchObject({ checks: expect.any(Array) })
    expect(await from('recognise')).toMatchObject({ recognise: expect.any(Function) })
    expect(await from('parse')).toMatchObject({ parse: expect.any(Function) })
    expect(await from('record')).toMatchObject({ header: expect.any(Object), record: expect.any(Object) })
    expect(await from('tables')).toMatchObject({ tables: expect.any(Array) })
  })
})
