import { median } from '../../../document/prose/widths.ts'
import { heightOf, unite, widthOf } from '../geometry.ts'
import { type DraftLine, lineOf } from '../lines/lines.ts'
import type { Run } from '../lines/runs.ts'

/** The share of a page's width at its two sides where the tabs of chapters are. */
const margin = 0.08
/** In ems: the greatest width of a tab, the distance of its characters, and its distance from all else. */
const widest = 2
const widestStep = 3
const leastGap = 1.5
/** A shorter column of characters may be a mark or a number. */
const leastRuns = 3

/** What is printed downward at the side of a page, as the tab of a chapter is, and the other runs. */
export function sideTabs(runs: readonly Run[], pageWidth: number): { tabs: DraftLine[]; text: readonly Run[] } {
  const atSide = runs.filter(run => isNarrow(run) && isAtSide(run, pageWidth))
  if (atSide.length < leastRuns) return { tabs: [], text: runs }
  const tabs = [atSide.filter(run => run.bbox[0] < pageWidth / 2), atSide.filter(run => run.bbox[0] >= pageWidth / 2)]
    .flatMap(columnsIn)
    .filter(tab => tab.length >= leastRuns && isApart(tab, runs))
  const taken = new Set(tabs.flat())
  return {
    tabs: tabs.map(tab => ({ ...lineOf(tab), vertical: true })),
    text: taken.size === 0 ? runs : runs.filter(run => !taken.has(run)),
  }
}

const isNarrow = ({ bbox, fontSize }: Run): boolean => widthOf(bbox) < fontSize * widest

const isAtSide = ({ bbox }: Run, width: number): boolean => bbox[2] < width * margin || bbox[0] > width * (1 - margin)

/** Runs one below the other about one middle, from top to bottom. */
function columnsIn(runs: readonly Run[]): Run[][] {
  const middle = median(runs.map(middleOf))
  const inColumn = runs
    .filter(run => Math.abs(middleOf(run) - middle) < run.fontSize / 2)
    .sort((a, b) => a.bbox[1] - b.bbox[1])
  const columns: Run[][] = []
  for (const run of inColumn) {
    const above = columns.at(-1)?.at(-1)
    if (above && run.bbox[1] - above.bbox[3] < run.fontSize * widestStep) columns.at(-1)?.push(run)
    else columns.push([run])
  }
  return columns
}

const middleOf = ({ bbox }: Run): number => (bbox[0] + bbox[2]) / 2

/** Whether nothing else is beside it: marks and numbers before lines are no tab, nor are lines one above the other. */
function isApart(tab: readonly Run[], runs: readonly Run[]): boolean {
  const [x0, y0, x1, y1] = unite(tab.map(run => run.bbox))
  const gap = (tab[0] as Run).fontSize * leastGap
  const others = runs.filter(run => !tab.includes(run) && run.bbox[3] > y0 && run.bbox[1] < y1)
  return (
    y1 - y0 > heightOf((tab[0] as Run).bbox) * 2 && others.every(({ bbox }) => bbox[2] < x0 - gap || bbox[0] > x1 + gap)
  )
}
