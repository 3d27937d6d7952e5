import { giveFile } from '../../platform/browser.ts'
import { pdfium } from '../../readers/pdf/engine/pdfium.ts'
import type { Asked, Name, Said, Start } from '../questions.ts'
import { answers } from './answers.ts'

/** What a worker of a page has in place of a window. */
interface Scope {
  postMessage(message: Said): void
  onmessage: (event: { readonly data: Start | Asked }) => void
}

const scope = globalThis as unknown as Scope

scope.onmessage = async ({ data }) => {
  if ('engine' in data) return begin(data)
  scope.postMessage(await answerTo(data))
}

/** The engine is made ready before the first document comes; where it cannot be, that document tells. */
function begin({ engine }: Start): void {
  giveFile('@embedpdf/pdfium/pdfium.wasm', engine)
  pdfium().catch(() => undefined)
}

async function answerTo<N extends Name>({ name, question }: Asked<N>): Promise<Said<N>> {
  try {
    const onPage = (pages: number) => scope.postMessage({ kind: 'pages', pages })
    return { kind: 'answer', answer: await answers[name](question, onPage) }
  } catch (error) {
    return { kind: 'thrown', detail: String(error) }
  }
}
