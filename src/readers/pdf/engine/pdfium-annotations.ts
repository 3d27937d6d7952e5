import type { Pdfium } from './library/pdfium-library.ts'

/** FPDF_ANNOT_POPUP, and the two flags that keep an annotation off the page: hidden, and not viewed. */
const popup = 16
const unseen = 2 | 32
/** FPDF_ANNOT_APPEARANCEMODE_NORMAL. */
const normal = 0

/** FPDF_PAGEOBJ_TEXT and FPDF_PAGEOBJ_FORM, which may hold text in turn. */
const mayPrint: readonly number[] = [1, 5]

/** FPDF_ANNOT_LINE to STRIKEOUT, and INK: lines and grounds over the text, with the meaning that drawn ones have. */
const marks: readonly number[] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 15]

/** Whether a page shows anything that is no part of its own content. */
export function showsMore(library: Pdfium, page: number): boolean {
  let shows = false
  eachOf(library, page, annotation => {
    shows ||= isMark(library, annotation) || showsText(library, annotation)
  })
  return shows
}

/** How many form fields and annotations of a page show text that is drawn over it, and is no part of its own content. */
export function annotationsOn(library: Pdfium, page: number): number {
  let count = 0
  eachOf(library, page, annotation => {
    if (showsText(library, annotation)) count += 1
  })
  return count
}

/** Takes off a page, as it is in memory, the annotations that are not viewed; those that leave it to the viewer how they look get a look. */
export function prepareAnnotations(library: Pdfium, page: number): void {
  eachOf(library, page, (annotation, index) => {
    if (isUnseen(library, annotation)) library.FPDFPage_RemoveAnnot(page, index)
    else if (isMark(library, annotation) && !library.EPDFAnnot_HasAppearanceStream(annotation, normal))
      library.EPDFAnnot_GenerateAppearance(annotation)
  })
}

/** From the last, so that one may be taken off. */
function eachOf(library: Pdfium, page: number, work: (annotation: number, index: number) => void): void {
  for (let index = library.FPDFPage_GetAnnotCount(page) - 1; index >= 0; index -= 1) {
    const annotation = library.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    work(annotation, index)
    library.FPDFPage_CloseAnnot(annotation)
  }
}

const isMark = (library: Pdfium, annotation: number): boolean =>
  marks.includes(library.FPDFAnnot_GetSubtype(annotation)) && !isUnseen(library, annotation)

const isUnseen = (library: Pdfium, annotation: number): boolean =>
  library.FPDFAnnot_GetSubtype(annotation) === popup || (library.FPDFAnnot_GetFlags(annotation) & unseen) > 0

function showsText(library: Pdfium, annotation: number): boolean {
  if (isUnseen(library, annotation)) return false
  const objects = Array.from({ length: library.FPDFAnnot_GetObjectCount(annotation) }, (_, index) =>
    library.FPDFPageObj_GetType(library.FPDFAnnot_GetObject(annotation, index)),
  )
  return objects.some(type => mayPrint.includes(type))
}
