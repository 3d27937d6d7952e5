import type { Review } from '../../review/view/review.ts'
import type { Given } from '../questions.ts'
import type { AskedWorker } from './asked-worker.ts'
import type { ReadFile } from './read-all.ts'

/** The review of what was read; documents and pictures of pages are made when they are looked at. */
export async function reviewOfFiles(worker: AskedWorker, files: readonly ReadFile[]): Promise<Review> {
  const list = await worker.ask('list', { results: files.map(({ result }) => result) })
  const spots = files.flatMap(file => file.result.documents.map((_, index) => ({ ...file, index })))
  const pictures = new Map<string, Promise<string>>()
  return {
    ...list,
    open: async at => {
      const spot = spots[at]
      if (!spot) throw new RangeError(`no document ${at}`)
      const document = await worker.ask('open', spot)
      const pictureOf = (page: number) => () => {
        const key = `${files.findIndex(({ given }) => given === spot.given)} ${page}`
        const picture = pictures.get(key) ?? drawn(worker, spot.given, page)
        pictures.set(key, picture)
        return picture
      }
      return { ...document, pages: document.pages.map(page => ({ ...page, picture: pictureOf(page.number) })) }
    },
  }
}

async function drawn(worker: AskedWorker, given: Given, page: number): Promise<string> {
  const picture = await worker.ask('draw', { given, page })
  if (!picture) throw new Error(`page ${page} cannot be drawn`)
  return URL.createObjectURL(picture)
}
