import { inputError } from '../failures.ts'
import { decodeText } from './decode.ts'
import { isLayoutText } from './layout-text.ts'
import { readMarkup } from './markup/index.ts'
import { geometryReader } from './pdf/index.ts'
import type { Reader } from './reader.ts'

const text: Reader = {
  id: 'text',
  mediaType: 'text/plain',
  owns: () => true,
  read: async bytes => {
    const decoded = decodeText(bytes)
    if (isLayoutText(decoded.text)) throw inputError('TEXT_IS_LAYOUT', {})
    return readMarkup(decoded.text)
  },
}

export const readers: readonly Reader[] = [geometryReader(), text]
