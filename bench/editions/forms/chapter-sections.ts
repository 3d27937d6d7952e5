import type { Random } from '../choices.ts'
import { type Block, bold, headCell, type Paragraph, paragraph, type Run } from '../print/model.ts'
import type { Initiative, Measure } from '../words/measures.ts'
import { type Style, sectionHeading } from './chapter-style.ts'

/** The three sections of a measure, in the arrangement of the chapter. */
export function sectionsOf(_random: Random, measure: Measure, style: Style): Block[] {
  const bodies = {
    needs: needsOf(measure, style),
    initiatives: measure.initiatives.flatMap((initiative, index) => initiativeOf(initiative, index, style)),
    outcomes: measure.outcomes.map((text, index) => listed(style.outcome(index), text, style)),
  }
  const full = (section: keyof typeof bodies): Block[] => [
    sectionHeading(style.words[section], style),
    ...bodies[section],
    { kind: 'gap', height: 0.6 },
  ]
  const arrow: Block[] = style.arrow ? [paragraph(style.arrow, { align: 'center', scale: 1.2 })] : []
  const beside = (widths: readonly number[], ...sections: (keyof typeof bodies)[]): Block => ({
    kind: 'side',
    widths,
    columns: sections.map(full),
  })
  switch (style.arrangement) {
    case 'stacked':
      return [...full('needs'), ...arrow, ...full('initiatives'), ...arrow, ...full('outcomes')]
    case 'a page each':
      return [...full('needs'), { kind: 'break' }, ...full('initiatives'), { kind: 'break' }, ...full('outcomes')]
    case 'three columns':
      return [beside([30, 44, 26], 'needs', 'initiatives', 'outcomes')]
    case 'outcomes below two':
      return [beside([42, 58], 'needs', 'initiatives'), ...arrow, ...full('outcomes')]
    case 'needs above two':
      return [...full('needs'), ...arrow, beside([60, 40], 'initiatives', 'outcomes')]
    case 'initiatives left':
      return [beside([58, 42], 'initiatives', 'needs'), ...arrow, ...full('outcomes')]
    case 'table':
      return [tableOf(bodies, style)]
    case 'table of rows':
      return [rowsOf(bodies, style)]
  }
}

interface Bodies {
  readonly needs: readonly Block[]
  readonly initiatives: readonly Block[]
  readonly outcomes: readonly Block[]
}

const ground = [0.9, 0.93, 0.97] as const

/** Needs beside initiatives under heads of a ruled table, outcomes across below. */
function tableOf({ needs, initiatives, outcomes }: Bodies, { words }: Style): Block {
  const across = { columns: 2 }
  return {
    kind: 'table',
    widths: [42, 58],
    rows: [
      [headCell(words.needs, { ground }), headCell(words.initiatives, { ground })],
      [{ content: flat(needs) }, { content: flat(initiatives) }],
      [headCell(words.outcomes, { ...across, ground })],
      [{ content: flat(outcomes), ...across }],
    ],
    heads: 0,
    rules: 'all',
    cuts: true,
  }
}

/** A section a row, its heading in the cell at the left. */
const rowsOf = (bodies: Bodies, { words }: Style): Block => ({
  kind: 'table',
  widths: [20, 80],
  rows: (['needs', 'initiatives', 'outcomes'] as const).map(section => [
    headCell(words[section], { ground }),
    { content: flat(bodies[section]) },
  ]),
  heads: 0,
  rules: 'all',
  cuts: true,
})

/** Cells hold paragraphs alone: what is framed or side by side stands one below the other in them. */
const flat = (blocks: readonly Block[]): Paragraph[] =>
  blocks.flatMap(block => {
    if (block.kind === 'paragraph') return [block]
    if (block.kind === 'frame') return flat(block.content)
    return block.kind === 'side' ? block.columns.flatMap(flat) : []
  })

function needsOf({ needs }: Measure, style: Style): Block[] {
  return needs.flatMap(({ topic, items }): Block[] => {
    const list = items.map(text => listed(style.item, text, style))
    if (style.topic === 'beside') return [{ kind: 'side', widths: [25, 75], columns: [[bold(topic)], list] }]
    if (style.topic === 'framed')
      return [
        { kind: 'frame', content: [bold(topic, { align: 'center' })] },
        { kind: 'gap', height: 0.3 },
        ...list,
        { kind: 'gap', height: 0.3 },
      ]
    if (style.topic === 'brackets') return [paragraph(`（${topic}）`), ...list]
    if (style.topic === 'marked') return [paragraph(`${style.item === '●' ? '◆' : '●'}${topic}`), ...list]
    return [bold(topic, { underlined: style.topic === 'underlined', after: 0.2 }), ...list]
  })
}

function initiativeOf({ title, isNew, paragraphs, term }: Initiative, index: number, style: Style): Block[] {
  const mark = style.initiative(index)
  const badge: Run[] = isNew
    ? [{ text: '　' }, { text: style.badge.text, bold: true, badge: style.badge.isPill, colour: [0.8, 0, 0] }]
    : []
  const runs: Run[] = [{ text: `${mark}${mark === '' ? '' : ' '}${title}`, bold: true }, ...badge]
  const described = paragraphs.map((text, number): Paragraph => {
    const opening: Run[] =
      number === 0 && term
        ? [{ text: term.term }, { text: style.raised(term.no), raised: true }, { text: 'を用いる。' }]
        : []
    return paragraph([...opening, { text }], { indent: 1, left: style.hanging ? 1 : 0, after: 0.3 })
  })
  return [paragraph(runs, { after: 0.1 }), ...described]
}

const listed = (mark: string, text: string, { hanging }: Style): Paragraph =>
  paragraph(`${mark}${mark === '・' ? '' : ' '}${text}`, { after: 0.15, ...(hanging ? { hanging: 1 } : {}) })
