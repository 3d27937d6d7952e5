import { expect, test } from 'vitest'
import { showsColours } from '../../src/cli/columns/colours.ts'
import { startWithin, widthOf } from '../../src/cli/columns/width.ts'
import { run } from './run.ts'

test.each([
  ['on a terminal', true, {}, true],
  ['in a pipe', false, {}, false],
  ['NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['an empty NO_COLOR says nothing', true, { NO_COLOR: '' }, true],
  ['FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
  ['a terminal without colours', true, { TERM: 'dumb' }, false],
])('colours: %s', (_why, isTTY, env, shown) => {
  expect(showsColours({ isTTY }, env)).toBe(shown)
})

test('the code of a problem has the colour of its level', () => {
  const at = (env: Record<string, string>) => run(['extract', 'none.txt'], { env }).stderr
  expect(at({ FORCE_COLOR: '1' })).toContain('none.txt: \u001b[31mNOT_FOUND\u001b[39m: ')
  expect(at({ FORCE_COLOR: '0' })).toContain('none.txt: NOT_FOUND: ')
})

test.each([
  ['札幌市の評価', 12, '札幌市の評価'],
  ['札幌市の評価', 11, '札幌市の評…'],
  ['札幌市の評価', 10, '札幌市の…'],
  ['abc', 0, ''],
])('%s in %i columns is %s', (text, columns, start) => {
  expect(startWithin(text, columns)).toBe(start)
  expect(widthOf(startWithin(text, columns))).toBeLessThanOrEqual(columns)
})
