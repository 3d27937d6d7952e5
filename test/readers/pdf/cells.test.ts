import { describe, expect, it } from 'vitest'
import { cellsOf } from '../../../src/readers/pdf/rulings/cells.ts'
import { latticesOf } from '../../../src/readers/pdf/rulings/intersections.ts'
import type { Axis, Ruling } from '../../../src/readers/pdf/rulings/ruling.ts'

const [width, height] = [30, 20]

/** The runs of drawn pieces along one line, as rulings. */
function rulings(axis: Axis, at: number, drawn: readonly boolean[], step: number): Ruling[] {
  const starts = drawn.flatMap((is, index) => (is && !drawn[index - 1] ? [index] : []))
  return starts.map(start => {
    const end = drawn.indexOf(false, start)
    return { axis, at, from: start * step, to: (end < 0 ? drawn.length : end) * step, dashed: false }
  })
}

/** A drawing with a corner at every third character of every second line, as what a page is ruled with. */
function ruled(drawing: string) {
  const rows = drawing.split('\n').slice(1)
  const columns = Math.max(...rows.map(row => row.length))
  const horizontal = rows.flatMap((row, index) =>
    index % 2 === 1
      ? []
      : rulings(
          'horizontal',
          (index / 2) * height,
          Array.from({ length: (columns - 1) / 3 }, (_, field) => row[field * 3 + 1] === '-'),
          width,
        ),
  )
  const vertical = Array.from({ length: (columns - 1) / 3 + 1 }, (_, line) =>
    rulings(
      'vertical',
      line * width,
      Array.from({ length: (rows.length - 1) / 2 }, (_, field) => rows[field * 2 + 1]?.[line * 3] === '|'),
      height,
    ),
  ).flat()
  return latticesOf({ horizontal, vertical, fills: [] })
}

/** Each cell as row,column and what it spans; the sides that are open behind it. */
const cellsIn = (drawing: string): string[] =>
  ruled(drawing).flatMap(lattice =>
    cellsOf(lattice).cells.map(({ left, top, right, bottom, open }) => {
      const sides = Object.entries(open).flatMap(([side, is]) => (is ? [side] : []))
      return [`${top},${left} ${bottom - top}x${right - left}`, ...sides.sort()].join(' ')
    }),
  )

describe('the cells of a lattice', () => {
  it('are its fields, row by row', () => {
    expect(
      cellsIn(`
+--+--+
|  |  |
+--+--+
|  |  |
+--+--+`),
    ).toEqual(['0,0 1x1', '0,1 1x1', '1,0 1x1', '1,1 1x1'])
  })

  it('span the fields with no line between them', () => {
    expect(
      cellsIn(`
+--+--+--+
|  |     |
+  +--+--+
|  |  |  |
+--+--+--+`),
    ).toEqual(['0,0 2x1', '0,1 1x2', '1,1 1x1', '1,2 1x1'])
  })

  it('are rectangles, in reading order, also where a piece of a line is missing', () => {
    expect(
      cellsIn(`
+--+--+
|  |  |
+  +--+
|     |
+--+--+`),
    ).toEqual(['0,0 1x1 bottom', '0,1 1x1', '1,0 1x2 top'])
  })

  it('may be open at the top or at the bottom, as where a page breaks', () => {
    expect(
      cellsIn(`
+  +  +
|  |  |
+--+--+
|  |  |
+  +  +`),
    ).toEqual(['0,0 1x1 top', '0,1 1x1 top', '1,0 1x1 bottom', '1,1 1x1 bottom'])
  })

  it('may be open to the left and to the right, where a table is drawn without its outer lines', () => {
    expect(
      cellsIn(`
+--+--+--+
   |  |
+--+--+--+
   |  |
+--+--+--+`),
    ).toEqual(['0,0 1x1 left', '0,1 1x1', '0,2 1x1 right', '1,0 1x1 left', '1,1 1x1', '1,2 1x1 right'])
  })

  it('are open in a corner where the cells beside it are open on the same sides', () => {
    expect(
      cellsIn(`
+  +  +  +
   |  |
+--+--+--+
   |  |
+--+--+--+
   |  |
+  +  +  +`),
    ).toEqual([
      ...['0,0 1x1 left top', '0,1 1x1 top', '0,2 1x1 right top'],
      ...['1,0 1x1 left', '1,1 1x1', '1,2 1x1 right'],
      ...['2,0 1x1 bottom left', '2,1 1x1 bottom', '2,2 1x1 bottom right'],
    ])
  })

  it('are not what two lines part that cross', () => {
    expect(
      cellsIn(`
+  +  +
   |
+--+--+
   |
+  +  +`),
    ).toEqual([])
  })

  it('are not what stands in a corner beside a closed table', () => {
    expect(
      cellsIn(`
+  +--+
   |  |
+--+--+
|  |  |
+--+--+`),
    ).toEqual(['0,1 1x1', '1,0 1x1', '1,1 1x1'])
  })
})
