import { describe, expect, it } from 'vitest'
import { parsePages, parseShare } from '../../src/cli/args.ts'
import { exitOf } from '../../src/cli/exit-codes.ts'
import { oneLine } from '../../src/cli/reporting/stderr.ts'

describe('--pages', () => {
  const rows: [why: string, text: string, pages: [from: number, to: number][]][] = [
    ['a page', '7', [[7, 7]]],
    [
      'a span and a page',
      '1-3,7',
      [
        [1, 3],
        [7, 7],
      ],
    ],
    [
      'with spaces',
      ' 1 - 3 , 7 ',
      [
        [1, 3],
        [7, 7],
      ],
    ],
    ['one page as a span', '2-2', [[2, 2]]],
  ]
  it.each(rows)('%s: %j', (_, text, pages) => {
    expect(parsePages(text)).toEqual(pages.map(([from, to]) => ({ from, to })))
  })

  it.each(['', '0', '1-0', '3-1', '-3', '3-', '1.5', '1e3', '１', 'a', '1,', '1;2', '99999999'])('refuses %j', text => {
    expect(() => parsePages(text)).toThrow('1-3,7')
  })
})

describe('--min-coverage', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['0.98', 0.98],
    ['.5', 0.5],
    ['1.0', 1],
  ])('%s', (text, share) => {
    expect(parseShare(text)).toBe(share)
  })

  it.each(['', '98', '1.01', '-0.5', '98%', '0,98', 'NaN', 'Infinity', '1e-1', '0x1', '.'])('refuses %j', text => {
    expect(() => parseShare(text)).toThrow('between 0 and 1')
  })
})

describe('the exit code', () => {
  it('is 1 where nothing is written, and 3 before 4', () => {
    expect(exitOf({ written: 0, failed: 2, findings: true })).toBe(1)
    expect(exitOf({ written: 1, failed: 2, findings: true })).toBe(3)
    expect(exitOf({ written: 1, failed: 0, findings: true })).toBe(4)
    expect(exitOf({ written: 1, failed: 0, findings: false })).toBe(0)
  })
})

describe('a line of standard error', () => {
  const rows: [why: string, text: string, line: string][] = [
    ['a line break in a name', 'a\nb\r\n', 'a\\nb\\r\\n'],
    ['an escape code', '\u001b[31mred', '\\u001b[31mred'],
    ['other ends of lines', 'a\u0085b\u2028c', 'a\\u0085b\\u2028c'],
    ['marks that turn the direction', 'fdp.\u202etxt', 'fdp.\\u202etxt'],
    ['Japanese and a backslash stay', 'C:\\資料３　①.txt', 'C:\\資料３　①.txt'],
  ]
  it.each(rows)('%s', (_, text, line) => {
    expect(oneLine(text)).toBe(line)
  })
})
