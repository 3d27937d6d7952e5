import type { Language } from '../../messages/language.ts'
import { element } from '../../review/view/dom.ts'
import { AskedWorker } from './asked-worker.ts'
import { Desk } from './desk.ts'
import { embedded } from './embedded.ts'
import { pageWords } from './words.ts'

const language: Language = navigator.language.startsWith('ja') ? 'ja' : 'en'

async function start(): Promise<void> {
  try {
    const [code, engine] = await Promise.all([embedded('worker'), embedded('engine')])
    new Desk(new AskedWorker({ code, engine }), language).show(document.body)
  } catch (error) {
    console.error(error)
    document.body.replaceChildren(element('p', { role: 'alert' }, pageWords(language).tooOld))
  }
}

void start()
