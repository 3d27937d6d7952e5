import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const bench = new URL('../bench/', import.meta.url)
const src = new URL('../src/', import.meta.url)

/** The names that a bench imports from the compiled modules, each with the module it comes from. */
const importsOf = (file: string): { name: string; module: string }[] =>
  [
    ...readFileSync(new URL(file, bench), 'utf8').matchAll(/import \{([^}]*)\} from '\.\.\/build\/([^']+)\.js'/g),
  ].flatMap(([, names = '', module = '']) =>
    names.split(',').map(each => ({ name: (each.trim().split(' as ')[0] ?? '').trim(), module })),
  )

const files = readdirSync(bench).filter(name => name.endsWith('.mjs'))

// The benches are no TypeScript and run seldom: nothing else would notice a name that moved.
it.each(files.map(file => [file, importsOf(file)] as const))('what %s imports is there', async (_, imports) => {
  for (const { name, module } of imports) {
    // That one is compiled from the bench's own sources.
    if (module.startsWith('editions/')) continue
    const { pathname } = new URL(`${module}.ts`, src)
    expect(Object.keys(await import(/* @vite-ignore */ pathname)), module).toContain(name)
  }
})
