import { isDitto } from '../../normalise/marks.ts'
import { textOf } from '../printed.ts'
import type { GridCell } from './grid.ts'
import type { Piece } from './pieces.ts'

/** The rows with what stands for a cell above as that cell: 〃, and the rest of a merged cell that a page break cuts. */
export function withCellsAbove<N extends string, P extends Piece<N>>(pieces: readonly P[]): P[] {
  const rests = restsOfMerged(pieces)
  const above = new Map<N, readonly GridCell[]>()
  return pieces.map(piece => {
    const at = new Map(
      [...piece.at].map(([name, cells]) => [name, standingFor(cells, above.get(name), rests)] as const),
    )
    for (const [name, cells] of at) if (cells.some(cell => cell.word !== '')) above.set(name, cells)
    return { ...piece, at }
  })
}

/** A mark below nothing stays as it is. */
function standingFor(
  cells: readonly GridCell[],
  above: readonly GridCell[] | undefined,
  rests: ReadonlySet<GridCell>,
): readonly GridCell[] {
  const [first] = cells
  if (!first || !above) return cells
  if (rests.has(first)) return above.map(cell => ({ ...cell, goesOn: true as const }))
  if (!isDitto(cells.map(cell => textOf(cell.on)).join(''))) return cells
  return above.map(cell => ({ ...cell, ditto: first.on }))
}

/**
 * The empty cells at the top of a page that go on with one of the page before though a line closes it there: one of the two is beside
 * several rows.
 */
function restsOfMerged<N extends string>(pieces: readonly Piece<N>[]): Set<GridCell> {
  const only = (index: number, name: N): GridCell | undefined => {
    const cells = pieces[index]?.at.get(name) ?? []
    return cells.length === 1 ? cells[0] : undefined
  }
  return new Set(
    pieces.flatMap((piece, index) =>
      piece.opens
        ? [...piece.at.keys()].flatMap(name => {
            const [cell, above] = [only(index, name), only(index - 1, name)]
            const isMerged = (above && only(index - 2, name) === above) || (cell && only(index + 1, name) === cell)
            return cell?.word === '' && above && above.word !== '' && isMerged ? [cell] : []
          })
        : [],
    ),
  )
}
