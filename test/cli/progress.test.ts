import { describe, expect, it } from 'vitest'
import { endWithin, widthOf } from '../../src/cli/columns/width.ts'
import { isScreen, Progress } from '../../src/cli/reporting/progress.ts'

/** A terminal that keeps what it was last told to show, and a clock that goes when told to. */
function screenOf(columns: number, total: number) {
  let shown = ''
  let clock = 0
  const write = (text: string) => {
    shown = text
  }
  const progress = new Progress({ columns, write }, total, () => clock)
  return {
    progress,
    shown: () => shown.replace(/^\r/, '').replace('\u001b[K', ''),
    wait: (milliseconds: number) => {
      clock += milliseconds
    },
  }
}

describe('the bar', () => {
  it('shows how many are done, how fast, how long it takes and the file at hand', () => {
    const { progress, shown, wait } = screenOf(120, 40)
    progress.start('release/a.pdf')
    expect(shown()).toBe('[                    ] 0/40  release/a.pdf')
    for (let done = 0; done < 10; done += 1) {
      wait(500)
      progress.done(false)
    }
    expect(shown()).toBe('[#####               ] 10/40  2.0/s  0:15 left  release/a.pdf')
  })

  it('does not count what an earlier run has read into the rate', () => {
    const { progress, shown, wait } = screenOf(120, 30)
    for (let reused = 0; reused < 20; reused += 1) progress.done(true)
    wait(2000)
    progress.done(false)
    expect(shown()).toBe('[##############      ] 21/30  0.5/s  0:18 left  ')
  })

  it('is drawn now and then, not at every step', () => {
    const { progress, shown, wait } = screenOf(120, 3)
    progress.start('a.pdf')
    progress.start('b.pdf')
    expect(shown()).toContain('a.pdf')
    wait(100)
    progress.start('c.pdf')
    expect(shown()).toContain('c.pdf')
  })

  it('gives way to the figures where the terminal is narrow', () => {
    const shownIn = (columns: number) => {
      const { progress, shown, wait } = screenOf(columns, 40)
      progress.start('a.pdf')
      wait(500)
      progress.done(false)
      return shown()
    }
    expect(shownIn(50)).toBe('[                    ] 1/40  2.0/s  0:20 left  …f')
    expect(shownIn(40)).toBe('1/40  2.0/s  0:20 left  a.pdf')
    expect(shownIn(20)).toBe('1/40  a.pdf')
    expect(shownIn(4)).toBe('…df')
  })

  it('fits the terminal, whatever the file is called', () => {
    for (const columns of [0, 1, 10, 24, 40, 79]) {
      const { progress, shown } = screenOf(columns, 5)
      progress.start(`release/${'評価調書'.repeat(30)}\u001b[2J.pdf`)
      expect(widthOf(shown())).toBeLessThan(Math.max(1, columns))
      expect(shown()).not.toContain('\u001b')
    }
  })

  it('is for terminals only', () => {
    expect(isScreen({ isTTY: true }, { TERM: 'xterm' })).toBe(true)
    expect(isScreen({ isTTY: true }, { TERM: 'dumb' })).toBe(false)
    expect(isScreen({ isTTY: true }, { CI: 'true' })).toBe(false)
    expect(isScreen({}, { TERM: 'xterm' })).toBe(false)
  })
})

describe('the width of a text', () => {
  it('is two columns for a kanji and none for a mark on the letter before', () => {
    expect(widthOf('a札幌')).toBe(5)
    expect(widthOf('か\u3099')).toBe(2)
  })

  it('is kept by leaving out the beginning', () => {
    expect(endWithin('release/札幌.pdf', 9)).toBe('…札幌.pdf')
    expect(endWithin('short', 9)).toBe('short')
    expect(endWithin('anything', 0)).toBe('')
  })
})
