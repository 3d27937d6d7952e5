import { chance, type Random } from '../choices.ts'
import type { Paper } from '../print/model.ts'

const folios: readonly [(page: number, pages: number) => string, ...((page: number, pages: number) => string)[]] = [
  page => `${page}`,
  page => `- ${page} -`,
  page => `― ${page} ―`,
  page => `－${page}－`,
  (page, pages) => `${page}/${pages}`,
  (page, pages) => `${page} / ${pages}`,
  page => `P.${page}`,
  page => `${page}ページ`,
  page => `(${page})`,
]

const sizes = { a4: [595, 842], a3: [842, 1191] } as const

/** A paper with edges as an office may choose them. */
export function paperOf(random: Random, format: keyof typeof sizes, isWide: boolean, size: number): Paper {
  const [short, long] = sizes[format]
  return {
    width: isWide ? long : short,
    height: isWide ? short : long,
    margin: random.int(34, 56),
    size: size + random.int(-3, 3) / 4,
    leading: 1.15 + random.int(0, 5) / 20,
    folio: chance(random, 75) ? random.pick(folios) : undefined,
  }
}
