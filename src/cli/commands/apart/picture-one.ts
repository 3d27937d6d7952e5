import type { Source } from '../../../pipeline.ts'
import { isPdf } from '../../../readers/is-pdf.ts'
import { picturesOf } from '../../../readers/pdf/pictures.ts'
import { readWith } from '../../../readers/reader.ts'
import { readers } from '../../../readers/registry.ts'
import { indexed } from '../../../review/site/palette.ts'
import { pngOf } from '../../../review/site/png.ts'
import type { SeenPage } from '../../../review/site/site.ts'
import type { Finds, Looked, PictureTask } from './look.ts'

/** Pixels to a point: 130 to the inch, on which 6-point print can be read. */
const scale = 1.8

/** Some pages of a PDF as pictures, or the characters of a text. Throws why it cannot be read. */
export async function pictureOne(source: Source, { pages, password }: PictureTask): Promise<Looked<Finds['picture']>> {
  const bytes = await source.bytes()
  const found = isPdf(bytes)
    ? { pages: await seenPages(bytes, pages, password), text: null }
    : { pages: [], text: (await readWith(readers, bytes, {})).text }
  return { found, failures: [], bugs: [], misuse: [] }
}

async function seenPages(bytes: Uint8Array, numbers: readonly number[], password: string | undefined) {
  const pages: SeenPage[] = []
  const options = { numbers, scale, ...(password === undefined ? {} : { password }) }
  for await (const { number, width, height, picture, inkless } of picturesOf(bytes, options))
    pages.push({ number, width, height, inkless, png: picture && pngOf(indexed(picture)) })
  return pages
}
