import { Buffer } from '../../../platform/index.ts'
import { offKey } from './engine.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import type { Memory } from './library/pdfium-memory.ts'

/** Says whether an object of a page is marked as optional content that is switched off. */
export function layersOf(library: Pdfium, memory: Memory): (object: number) => boolean {
  const key = memory.copy(Buffer.from(`${offKey}\0`)) as unknown as string
  return object => {
    const marks = library.FPDFPageObj_CountMarks(object)
    for (let index = 0; index < marks; index += 1) {
      const mark = library.FPDFPageObj_GetMark(object, index)
      if (library.FPDFPageObjMark_GetParamIntValue(mark, key, memory.scratch)) return true
    }
    return false
  }
}
