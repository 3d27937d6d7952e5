import { median } from '../../../document/prose/widths.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import type { Memory } from './library/pdfium-memory.ts'

/** So many characters, about, are asked for their direction. */
const asked = 48
/** The share of them that must run the same way, give or take `alike` degrees. */
const most = 0.8
const alike = 0.1
/** In degrees: what is turned less is straight within the width of a line, what is turned more is meant so. */
const turned = { least: 0.03, most: 5 }

/** The angle, in radians and against the clock, by which a page went askew through the copier: that of nearly all its text; 0 for none. */
export function skewOf(library: Pdfium, memory: Memory, text: number): number {
  const count = library.FPDFText_CountChars(text)
  const step = Math.max(1, Math.floor(count / asked))
  const angles: number[] = []
  for (let index = 0; index < count; index += step)
    if (library.FPDFText_IsGenerated(text, index) !== 1) angles.push(angleAt(library, memory, text, index))
  if (angles.every(angle => Math.abs(angle) < turned.least)) return 0
  const usual = median(angles)
  const isSkewed = Math.abs(usual) >= turned.least && Math.abs(usual) <= turned.most
  const same = angles.filter(angle => Math.abs(angle - usual) < alike)
  return isSkewed && same.length > angles.length * most ? (usual * Math.PI) / 180 : 0
}

/** In degrees from the nearest quarter turn. */
function angleAt(library: Pdfium, memory: Memory, text: number, index: number): number {
  library.FPDFText_GetMatrix(text, index, memory.scratch)
  const degrees = (Math.atan2(memory.float(1), memory.float(0)) * 180) / Math.PI
  return degrees - Math.round(degrees / 90) * 90
}
