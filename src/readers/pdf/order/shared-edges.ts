import { firstWhere } from '../../../document/search.ts'
import { type DraftLine, partedWhere } from '../lines/lines.ts'

/** The least gap between two columns, in ems, by the number of other lines that show where the second begins: fewer show nothing. */
const leastGaps = [Infinity, Infinity, 1.2, 0.8] as const
/** In ems: how far edges that are set alike may differ. */
const alike = 0.3

/** `starts`: where the lines of the page begin, in order. Parts a line that reaches over a gap to where other lines of the page begin: the end of one column beside a line of the next. */
export const partedAtSharedEdges = (line: DraftLine, starts: readonly number[]): DraftLine[] =>
  partedWhere(line, (before, run) => {
    const gap = (run.bbox[0] - before.bbox[2]) / line.em
    if (gap < Math.min(...leastGaps)) return false
    const [place, slack] = [run.bbox[0], alike * line.em]
    let first = firstWhere(starts, start => start - place >= -slack)
    let edges = 0
    while (edges < leastGaps.length - 1 && Math.abs((starts[first] ?? Infinity) - place) <= slack) {
      edges += 1
      first += 1
    }
    return gap >= (leastGaps[edges] ?? Infinity)
  })
