import { type Block, linesOfRange, type PageRange } from '../../document/model.ts'
import { type Printed, textOf } from '../../document/printed.ts'
import { wordOf } from '../../document/words.ts'
import { say } from '../../messages/words.ts'
import { required, usual } from '../kit/evidence.ts'
import type { Evidence } from '../kit/layout.ts'
import { captionAt, chapterAt, glossaryAt, numberedAt } from './page/headings/headings.ts'
import { measureAt } from './page/headings/measure-heading.ts'
import { goalsAt, sectionAt } from './page/headings/section-headings.ts'
import type { Section } from './words/index.ts'

const longest = 200

/**
 * The marks of the chapter. Required are measures with codes, and two of the three headings below which each measure is set out; on the
 * pages before the first measure the overview takes their place. Texts that only speak of the strategy have these words in sentences.
 */
export function recognise(range: PageRange): Evidence[] {
  const lines = linesOfRange(range)
    .map(line => line.on)
    .filter(on => textOf(on).length <= longest)
  const overview = lines.find(isOverviewTitle)
  const measure = lines.find(isMeasure) ?? (overview && overviewHead(range))
  return [
    required(say('AS_PRINTED', { text: '【ICT活用施策 1-1】 施策名（分野）' }), measure),
    required(
      say('AS_PRINTED', { text: '市民のニーズや課題 / ICTやデータの活用 / こう変える' }),
      twoSections(lines) ?? overview,
    ),
    usual(
      say('AS_PRINTED', { text: '第○章 / 関連するSDGsのゴール / 図表' }),
      lines.find(on => chapterAt(on) ?? goalsAt(on) ?? glossaryAt(on) ?? captionAt(on)),
    ),
    usual(say('AS_PRINTED', { text: 'ICT活用施策' }), lines.find(isStrategyWord)),
  ]
}

function isMeasure(on: Printed): boolean {
  const heading = measureAt(on)
  if (!heading) return false
  const isNamed = heading.domain !== undefined || heading.label !== undefined
  return isNamed && (heading.label === undefined || /施策/u.test(textOf(heading.label)))
}

/** The first heading of a section, where another section has one too. */
function twoSections(lines: readonly Printed[]): Printed | undefined {
  const found = new Map<Section, Printed>()
  for (const on of lines) {
    const section = sectionAt(on)
    if (section && !found.has(section.is)) found.set(section.is, on)
  }
  return found.size >= 2 ? [...found.values()][0] : undefined
}

/** 1. 6項目の ICT 活用施策と目指す姿 */
function isOverviewTitle(on: Printed): boolean {
  const numbered = numberedAt(on)
  return numbered !== undefined && /施策と目指す姿$/u.test(wordOf(numbered.title))
}

/** 目指す姿 as the head of a column. */
function overviewHead({ pages }: PageRange): Printed | undefined {
  const inTables = pages.flatMap(page => page.blocks.filter((block: Block) => block.kind === 'table'))
  const lines = linesOfRange({ source: undefined as never, pages: pages.map(page => ({ ...page, blocks: inTables })) })
  return lines.map(line => line.on).find(on => wordOf(on) === '目指す姿')
}

const isStrategyWord = (on: Printed): boolean => /ICT活用施策/u.test(wordOf(on))

/** 第5章 ICT 活用施策, on one line or on two: the page on which the chapter is named, though it may show nothing else. */
export function begins(range: PageRange): boolean {
  const lines = linesOfRange(range).map(line => line.on)
  return lines.some((on, index) => {
    const chapter = chapterAt(on)
    const title = chapter && (chapter.title ?? lines[index + 1])
    return title !== undefined && /^\S{0,12}活用施策$/u.test(wordOf(title))
  })
}
