import type { Pdfium } from './pdfium-library.ts'

/** FPDF_ANNOT_POPUP, and the two flags that keep an annotation off the page: hidden, and not viewed. */
const popup = 16
const unseen = 2 | 32

/** FPDF_PAGEOBJ_TEXT and FPDF_PAGEOBJ_FORM, which may hold text in turn. */
const mayPrint: readonly number[] = [1, 5]

/** How many form fields and annotations of a page show text that is drawn over it, and is no part of its own content. */
export function annotationsOn(library: Pdfium, page: number): number {
  let count = 0
  for (let index = library.FPDFPage_GetAnnotCount(page) - 1; index >= 0; index -= 1) {
    const annotation = library.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    if (showsText(library, annotation)) count += 1
    library.FPDFPage_CloseAnnot(annotation)
  }
  return count
}

/** Takes off a page, as it is in memory, the annotations that are not viewed. */
export function removeUnseen(library: Pdfium, page: number): void {
  for (let index = library.FPDFPage_GetAnnotCount(page) - 1; index >= 0; index -= 1) {
    const annotation = library.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const isGone = isUnseen(library, annotation)
    library.FPDFPage_CloseAnnot(annotation)
    if (isGone) library.FPDFPage_RemoveAnnot(page, index)
  }
}

const isUnseen = (library: Pdfium, annotation: number): boolean =>
  library.FPDFAnnot_GetSubtype(annotation) === popup || (library.FPDFAnnot_GetFlags(annotation) & unseen) > 0

function showsText(library: Pdfium, annotation: number): boolean {
  if (isUnseen(library, annotation)) return false
  const objects = Array.from({ length: library.FPDFAnnot_GetObjectCount(annotation) }, (_, index) =>
    library.FPDFPageObj_GetType(library.FPDFAnnot_GetObject(annotation, index)),
  )
  return objects.some(type => mayPrint.includes(type))
}
