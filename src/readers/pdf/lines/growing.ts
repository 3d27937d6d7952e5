import { refuseAbove } from '../limits.ts'
import { PlaceIndex } from '../place-index.ts'
import type { Run } from './runs.ts'

/** Runs of this difference in baseline, in ems of the larger, are on one line. */
const sameBaseline = 0.35
/** A smaller run this much raised, at most, belongs to the line beside it: a footnote mark. */
const highest = 0.8
/** A run of less than this share of its neighbour's size is set smaller. */
export const smaller = 0.85
/** In ems: how near a raised mark is to what it belongs to. */
const beside = 0.6

/** A line to which runs are still added; the first says where it is. */
interface GrowingLine {
  readonly number: number
  readonly first: Run
  readonly runs: Run[]
  /** The runs with the room beside them, from left to right; made when it is asked for. */
  reaches: PlaceIndex<Run> | undefined
}

/** The lines that runs make, put there one by one, the large before the small. */
export class GrowingLines {
  readonly all: GrowingLine[] = []
  /** By the size of their first run, to the power of two, and by height in steps of that size. */
  readonly #near = new Map<number, Map<number, GrowingLine[]>>()

  put(run: Run): void {
    const line = this.#lineFor(run)
    if (!line) this.#begin(run)
    else {
      line.runs.push(run)
      line.reaches?.add([run], reachOf)
    }
  }

  /** A mark belongs to the line that it is beside, though one of another column may be nearer in height. */
  #lineFor(run: Run): GrowingLine | undefined {
    const lines = this.#linesNear(run).filter(line => belongs(run, line))
    const isSmall = run.fontSize <= (this.all[0]?.first.fontSize ?? 0) * smaller
    const mark = isSmall ? lines.find(line => hasBeside(line, run, isLarger(run))) : undefined
    return mark ?? lines[0]
  }

  #begin(run: Run): void {
    const line = { number: this.all.length, first: run, runs: [run], reaches: undefined }
    this.all.push(line)
    refuseAbove('lines of print', this.all.length)
    const size = classOf(run)
    const heights = this.#near.get(size) ?? new Map<number, GrowingLine[]>()
    const height = stepAt(run, size)
    const lines = heights.get(height)
    if (lines) lines.push(line)
    else heights.set(height, [line])
    this.#near.set(size, heights)
  }

  /** The lines at about the height of a run, in the order in which they were begun. */
  #linesNear(run: Run): GrowingLine[] {
    const found: GrowingLine[] = []
    for (const [size, heights] of this.#near) {
      const height = stepAt(run, size)
      for (const near of [height - 1, height, height + 1]) found.push(...(heights.get(near) ?? []))
    }
    return found.sort((a, b) => a.number - b.number)
  }
}

const classOf = ({ fontSize }: Run): number => (fontSize > 0 ? Math.ceil(Math.log2(fontSize)) : -Infinity)

/** Steps no smaller than the first run of a line of that size: nothing that belongs to it is further off. */
const stepAt = ({ origin: [, y] }: Run, size: number): number => Math.floor(y / (2 ** size || 1))

function belongs(run: Run, line: GrowingLine): boolean {
  const { first } = line
  const raise = first.origin[1] - run.origin[1]
  if (Math.abs(raise) < sameBaseline * Math.min(run.fontSize * 1.5, first.fontSize)) return true
  if (run.fontSize > first.fontSize * smaller || raise < 0 || raise > first.fontSize * highest) return false
  return hasBeside(line, run, () => true)
}

const isLarger =
  (run: Run) =>
  (other: Run): boolean =>
    run.fontSize <= other.fontSize * smaller

/** So many runs of a line are gone through one by one; more are looked for by their places. */
const few = 16

function hasBeside(line: GrowingLine, run: Run, test: (other: Run) => boolean): boolean {
  if (line.runs.length <= few) return line.runs.some(other => isAdjacent(other, run) && test(other))
  line.reaches ??= new PlaceIndex(line.runs, reachOf)
  const [x0, , x1] = run.bbox
  return line.reaches.some([x0, 0, x1, 0], other => isAdjacent(other, run) && test(other))
}

const reachOf = ({ bbox: [x0, , x1], fontSize }: Run): readonly [number, number, number, number] => [
  x0 - fontSize,
  0,
  x1 + fontSize,
  0,
]

const isAdjacent = (a: Run, b: Run): boolean => {
  const near = a.fontSize * beside
  return b.bbox[0] < a.bbox[2] + near && b.bbox[2] > a.bbox[0] - near
}
