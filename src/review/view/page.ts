import type { Language } from '../../messages/language.ts'
import { mount } from './mount.ts'
import type { Review, ReviewDocument } from './review.ts'

/** What the list of a review on a disk holds. */
interface List extends Omit<Review, 'open'> {
  readonly language: Language
}

const waiting = new Map<number, (document: ReviewDocument) => void>()

/** Loads the document of an index by its script, which hands it to `document` below. */
function open(index: number): Promise<ReviewDocument> {
  return new Promise((resolve, reject) => {
    waiting.set(index, resolve)
    const script = document.createElement('script')
    script.src = `data/${String(index + 1).padStart(4, '0')}.js`
    script.onerror = () => reject(new Error(script.src))
    script.onload = () => script.remove()
    document.head.append(script)
  })
}

/** What the scripts of a review on a disk call. */
const taker = {
  list({ language, ...list }: List): void {
    const root = document.getElementById('review')
    if (root) mount(root, { ...list, open }, language)
  },
  document(index: number, given: ReviewDocument): void {
    waiting.get(index)?.(given)
    waiting.delete(index)
  },
}

Object.assign(globalThis, { sapporoReview: taker })
