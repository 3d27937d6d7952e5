import { giveFile } from '../../platform/browser.ts'
import type { Asked, Name, Said, Start } from '../questions.ts'
import { answers } from './answers.ts'

/** What a worker of a page has in place of a window. */
interface Scope {
  postMessage(message: Said): void
  onmessage: (event: { readonly data: Start | Asked }) => void
}

const scope = globalThis as unknown as Scope

scope.onmessage = async ({ data }) => {
  if ('engine' in data) return giveFile('@embedpdf/pdfium/pdfium.wasm', data.engine)
  scope.postMessage(await answerTo(data))
}

async function answerTo<N extends Name>({ name, question }: Asked<N>): Promise<Said<N>> {
  try {
    const onPage = (pages: number) => scope.postMessage({ kind: 'pages', pages })
    return { kind: 'answer', answer: await answers[name](question, onPage) }
  } catch (error) {
    return { kind: 'thrown', detail: String(error) }
  }
}
