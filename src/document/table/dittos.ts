import { isDitto } from '../../normalise/marks.ts'
import { textOf } from '../printed.ts'
import type { GridCell } from './grid.ts'
import type { Piece } from './pieces.ts'

/** The rows with 〃 and 同上 as what stands above them in their column; a mark below nothing stays as it is. */
export function withDittos<N extends string>(pieces: readonly Piece<N>[]): Piece<N>[] {
  const above = new Map<N, readonly GridCell[]>()
  return pieces.map(piece => {
    const at = new Map([...piece.at].map(([name, cells]) => [name, standingFor(cells, above.get(name))] as const))
    for (const [name, cells] of at) if (cells.some(cell => cell.word !== '')) above.set(name, cells)
    return { ...piece, at }
  })
}

function standingFor(cells: readonly GridCell[], above: readonly GridCell[] | undefined): readonly GridCell[] {
  const [mark] = cells
  if (!mark || !above || !isDitto(cells.map(cell => textOf(cell.on)).join(''))) return cells
  return above.map(cell => ({ ...cell, ditto: mark.on }))
}
