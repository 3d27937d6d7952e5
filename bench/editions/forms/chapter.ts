import { chance, type Random, times } from '../choices.ts'
import type { Edition, Fields, Is } from '../document.ts'
import { type Block, bold, cell, headCell, paragraph, type Table } from '../print/model.ts'
import { type Measure, measureOf, someTerms, type Term } from '../words/measures.ts'
import { paperOf } from '../words/papers.ts'
import { prose, sentence, service } from '../words/prose.ts'
import { sectionsOf } from './chapter-sections.ts'
import { headingsOf, type Style, styleOf } from './chapter-style.ts'

/** A chapter of measures in one of its arrangements. */
export function strategyChapter(random: Random, is: Is): Edition {
  const style = styleOf(random, is)
  const first = random.int(1, 60)
  const glossary = is('no glossary', 25) ? [] : someTerms(random, random.int(2, 6), first)
  const left = [...glossary]
  const isPlain = is('codes of one number', 20)
  const measures = times(random.int(2, 4), index => {
    const code = isPlain ? String(index + 1) : `${Math.floor(index / 2) + 1}-${(index % 2) + 1}`
    return measureOf(random, code, style.hasDomain, left)
  })
  const printed = glossary.filter(term => !left.includes(term))
  const chapter = random.int(3, 6)
  const introduction = is('no introduction', 25) ? [] : times(2, () => prose(random, 1, 2))
  const sidebar = is('column between', 20)
    ? { title: `${service(random)}のいま`, paragraphs: [prose(random, 2, 3)] }
    : undefined
  const isWide = style.arrangement === 'three columns' || chance(random, 15)
  const paper = paperOf(random, 'a4', isWide, 10)
  const hasTab = is('side tab', 20)
  return {
    print: {
      paper: {
        ...paper,
        tab: hasTab ? `第${chapter}章ICT活用施策` : undefined,
        runningHead: is('running head', 20) ? `第${chapter}章　ICT活用施策` : undefined,
      },
      blocks: [
        bold(`第${chapter}章　ICT活用施策`, { scale: 1.6, after: 1 }),
        ...introduction.map(text => paragraph(text, { indent: 1 })),
        ...measures.flatMap((measure, index) => [
          ...(index === 1 && sidebar ? sidebarBlocks(sidebar) : []),
          ...(index === 0 && introduction.length > 0 && chance(random, 50)
            ? [{ kind: 'gap', height: 1 } as const]
            : [{ kind: 'break' } as const]),
          ...measureBlocks(random, measure, style),
        ]),
        ...glossaryBlocks(random, printed, chapter, is),
      ],
    },
    truth: {
      layout: 'ict-strategy-chapter',
      header: {
        chapter: { no: chapter, title: 'ICT活用施策' },
        introduction,
        glossary: printed,
        sidebars: sidebar ? [{ title: sidebar.title, paragraphs: sidebar.paragraphs }] : [],
      },
      records: measures.map(measure => truthOf(measure, style)),
    },
  }
}

function measureBlocks(random: Random, measure: Measure, style: Style): Block[] {
  const heading = headingsOf(measure, style)
  const vision = style.isVisionFramed
    ? ({ kind: 'frame', content: [paragraph(measure.vision)] } as const)
    : paragraph(measure.vision, { indent: 1, after: 0.5 })
  const caption = style.hasCaption
    ? [paragraph(`写真　${service(random)}の様子`, { align: 'right', scale: 0.85, after: 0.5 })]
    : []
  return [...heading, vision, { kind: 'gap', height: 0.6 }, ...sectionsOf(random, measure, style), ...caption]
}

function sidebarBlocks({ title, paragraphs }: { title: string; paragraphs: readonly string[] }): Block[] {
  const content = [
    bold('コラム', { align: 'center' }),
    bold(`―${title}―`, { align: 'center', after: 0.3 }),
    ...paragraphs.map(text => paragraph(text, { indent: 1 })),
  ]
  return [
    { kind: 'gap', height: 1 },
    { kind: 'frame', content, ground: [0.95, 0.95, 0.88] },
  ]
}

function glossaryBlocks(random: Random, glossary: readonly Term[], chapter: number, is: Is): Block[] {
  if (glossary.length === 0) return []
  const heading = bold(`「第${chapter}章 ICT活用施策」の用語解説`, { scale: 1.2, after: 0.5 })
  const rows = glossary.map(({ no, term, definition }) => [cell(String(no)), cell(term), cell(`${definition}`)])
  const table: Table = {
    kind: 'table',
    widths: [1, 3, 9],
    rows: [[headCell('NO'), headCell('語句'), headCell('解説')], ...rows],
    heads: 1,
    rules: is('glossary with horizontal rules', 15) ? 'rows' : 'all',
    cuts: false,
  }
  const isOwnPage = chance(random, 70)
  return [
    isOwnPage ? { kind: 'break' } : { kind: 'gap', height: 2 },
    heading,
    table,
    ...(is('note below', 10) ? [paragraph(`※　${sentence(random)}`)] : []),
  ]
}

function truthOf({ code, name, domain, vision, needs, initiatives, outcomes }: Measure, style: Style): Fields {
  return {
    code,
    name,
    domain,
    vision,
    needs: needs.map(need => ({ spread: 1, ...need })),
    initiatives: initiatives.map(({ title, isNew, paragraphs, term }, number) => ({
      spread: 1,
      title: `${enumerated(style.initiative(number))}${title}`,
      isNew,
      description: paragraphs
        .map((text, index) => (index === 0 && term ? `${term.term}を用いる。${text}` : text))
        .join('\n'),
      footnotes: term ? [term.no] : [],
    })),
    outcomes: outcomes.map((text, index) => ({ spread: 1, text: `${enumerated(style.outcome(index))}${text}` })),
  }
}

/** Circled numbers belong to the text, other marks of a list do not. */
const enumerated = (mark: string): string => (/[①-⑳]/u.test(mark) ? mark : '')
