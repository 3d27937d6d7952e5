import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { codesOf, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()

function put(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), 'これは表ではない\n')
}

put('in/a.txt')
put('in/sub/b.txt')
put('out/c.txt')
put('out/deep/d.txt')
put('secret.txt')
symlinkSync('../out', join(root, 'in/link'))
symlinkSync('../secret.txt', join(root, 'in/link.txt'))
symlinkSync('sub', join(root, 'in/within'))
symlinkSync('../../secret.log', join(root, 'in/sub/gone.log'))
symlinkSync('../in', join(root, 'out/back'))
symlinkSync('in', join(root, 'typed'))

/** Of `detect` the inputs that were looked at, and the codes told. */
function detected(...args: string[]) {
  const { stderr, lines, ...ran } = run(['detect', ...args], { cwd: root })
  const looked = ran.stdout.split('\n').flatMap(line => (line === '' ? [] : line.slice(0, line.indexOf(': '))))
  const named = lines.filter(line => line.includes('LINK_LEADS_OUT')).map(line => line.split(': ')[1])
  return { looked, named, codes: codesOf({ ...ran, stderr, lines }) }
}

it('links out of a folder are named and not followed, those within it are', () => {
  const { looked, named } = detected('in')
  expect(looked).toEqual(['in/a.txt', 'in/sub/b.txt'])
  expect(named).toEqual(['in/link', 'in/link.txt'])
})

it('they are followed where that is asked for, and circles come to an end', () => {
  expect(detected('in', '--follow-links')).toEqual({
    looked: ['in/a.txt', 'in/link.txt', 'in/link/c.txt', 'in/link/deep/d.txt', 'in/sub/b.txt'],
    named: [],
    codes: [],
  })
})

it('a link that is typed is what it leads to, and a pattern is held to the folder it begins in', () => {
  expect(detected('typed').looked).toEqual(['typed/a.txt', 'typed/sub/b.txt'])
  expect(detected('in/link.txt').looked).toEqual(['in/link.txt'])
  const { looked, named } = detected('in/*.txt')
  expect([looked, named]).toEqual([['in/a.txt'], ['in/link.txt']])
})

it('it is told quietly too, and no fault of the run', () => {
  const all = run(['extract', 'in', '-q'], { cwd: root })
  const plain = run(['extract', 'in/a.txt', 'in/sub/b.txt', '-q'], { cwd: root })
  expect(all.lines.filter(line => line.includes('LINK_LEADS_OUT'))).toHaveLength(2)
  expect(all.code).toBe(plain.code)
})

it('a thicket of links is walked once', () => {
  const names = Array.from({ length: 12 }, (_, index) => `n${index}`)
  for (const name of names) put(`thicket/${name}/x.txt`)
  for (const from of names) for (const to of names) symlinkSync(`../${to}`, join(root, 'thicket', from, `to-${to}`))
  expect(detected('thicket').looked).toHaveLength(12)
})
