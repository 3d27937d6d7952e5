import type { Picture } from './engine.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import type { Memory } from './library/pdfium-memory.ts'

/** FPDFBitmap_BGRx: four bytes a pixel, the last without meaning. */
const format = 3
const white = 0xffffffff
/** FPDF_ANNOT: annotations are drawn too. */
const withAnnotations = 1

/** Of either side in pixels: A1 at the scale of a screen. */
const longest = 3_600

/** A page as it is seen. `scale`: pixels to a point; a page that is larger than any screen has fewer. Null where there is no room for it. */
export function pictureOf(
  library: Pdfium,
  memory: Memory,
  page: number,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Picture | null {
  const most = Math.min(scale, longest / Math.max(size.width, size.height))
  const [width, height] = [size.width, size.height].map(side => Math.max(1, Math.round(side * most))) as [
    number,
    number,
  ]
  const bitmap = library.FPDFBitmap_CreateEx(width, height, format, 0, 0)
  if (bitmap === 0) return null
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations)
    const stride = library.FPDFBitmap_GetStride(bitmap)
    return { width, height, stride, bgrx: memory.bytes(library.FPDFBitmap_GetBuffer(bitmap), stride * height) }
  } finally {
    library.FPDFBitmap_Destroy(bitmap)
  }
}
