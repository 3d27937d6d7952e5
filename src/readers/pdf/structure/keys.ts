import type { Dictionary } from './objects/syntax.ts'

/** Keys without which text is lost or read otherwise. */
const needed = (
  'Contents Resources MediaBox CropBox Rotate UserUnit Parent Kids Count Font XObject Filter DecodeParms Length Matrix BBox ' +
  'Subtype BaseFont Encoding ToUnicode DescendantFonts FontDescriptor FontFile FontFile2 FontFile3 Widths FirstChar LastChar ' +
  'CIDSystemInfo CIDToGIDMap Differences Registry Ordering CharProcs FontMatrix Root Pages'
).split(' ')

const known = new Set([
  ...needed,
  ...(
    'Type W DW W2 DW2 Name Size Prev Index Info ID Encrypt First N Extends Form Font1 F R G B P S Group Annots Tabs Trans AA B Dur ' +
    'Thumb Metadata PieceInfo LastModified StructParents StructParent BleedBox TrimBox ArtBox BoxColorInfo Flags FontBBox ' +
    'ItalicAngle Ascent Descent CapHeight StemV StemH XHeight AvgWidth MaxWidth MissingWidth Leading FontName FontFamily FontStretch ' +
    'FontWeight CharSet CIDSet Lang Panose Style FD Supplement Length1 Length2 Length3 Width Height ColorSpace BitsPerComponent ' +
    'Decode DecodeParams Interpolate ImageMask Mask SMask Intent Alternates OPI OC FormType Ref ProcSet ExtGState Pattern Shading ' +
    'Properties BaseEncoding WMode CMapName UseCMap Predictor Colors Columns EarlyChange K Rows BlackIs1 FontFile4'
  ).split(' '),
])

/** The key that a dictionary lacks and for which it has another that differs by one letter; undefined where there is none. */
export function misspeltKey(dictionary: Dictionary): string | undefined {
  for (const key of dictionary.keys()) {
    if (known.has(key)) continue
    const meant = needed.find(other => !dictionary.has(other) && isNear(key, other))
    if (meant) return meant
  }
  return undefined
}

/** One letter changed, left out or put in. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || b.length < 4) return false
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1
  return [
    a.slice(same + 1) === b.slice(same + 1),
    a.slice(same + 1) === b.slice(same),
    a.slice(same) === b.slice(same + 1),
  ].some(Boolean)
}
