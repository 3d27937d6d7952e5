import { type EngineFile, type Picture, type PicturedPage, Refused } from './engine/engine.ts'
import { type GeometryOptions, opened } from './file/open.ts'
import { type Inkless, inklessIn } from './inkless.ts'

export type { Picture, PicturedPage } from './engine/engine.ts'

/** Some pages of a PDF as they are seen, one at a time; those that cannot be shown are left out. `scale`: pixels to a point. */
export async function* picturesOf(
  bytes: Uint8Array,
  { numbers, scale, ...options }: GeometryOptions & { readonly numbers: readonly number[]; readonly scale: number },
): AsyncGenerator<PicturedPage & { readonly number: number; readonly inkless: readonly Inkless[] }> {
  const { file } = await opened(bytes, options)
  try {
    for (const number of numbers) {
      const page = shown(() => file.picture(number, scale))
      if (page)
        yield { number, ...page, inkless: page.picture ? inklessOn(file, number, page.picture, page.width) : [] }
    }
  } finally {
    file.close()
  }
}

function inklessOn(file: EngineFile, number: number, picture: Picture, width: number): Inkless[] {
  const page = shown(() => file.page(number))
  return page ? inklessIn(page.chars, picture, width) : []
}

function shown<T>(draw: () => T): T | undefined {
  try {
    return draw()
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}
