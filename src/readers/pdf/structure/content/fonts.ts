import { say, type Words } from '../../../../messages/words.ts'
import { Buffer } from '../../../../platform/index.ts'
import { type FileObjects, nameOf } from '../objects/objects.ts'
import { type Dictionary, isArray, isDictionary, Name, type Value } from '../objects/syntax.ts'

/** What is wrong with a font: its text cannot be placed at all, or cannot be read. */
export interface FontFault {
  readonly kind: 'lost' | 'unreadable'
  readonly what: Words
}

const kinds = new Set(['Type0', 'Type1', 'MMType1', 'Type3', 'TrueType'])

/** The tables that every reader of PDF has, by their names. */
const ownTables =
  /^(?:Identity|(?:GB|GBpc|GBK|GBKp|CNS|KSC|KSCms|KSCpc|HKscs|ETen|ETenms|B5pc|83pv|90ms|90msp|90pv|Add|Ext)[A-Za-z\d-]*|UniGB|UniCNS|UniJIS[X\d]*|UniKS|Uni[A-Z]+[\d]*-[A-Z\d-]+|EUC|[A-Za-z\d]+-(?:UCS2|UTF16|UTF8|UTF32|RKSJ|EUC|B5)[A-Za-z\d-]*|H|V)(?:-[HV])?$/

const simpleTables = new Set([
  'StandardEncoding',
  'MacRomanEncoding',
  'WinAnsiEncoding',
  'MacExpertEncoding',
  'PDFDocEncoding',
])

/** What is wrong with a font of a page; undefined where everything that it asks for is there. */
export function faultOfFont(objects: FileObjects, name: string, value: Value | undefined): FontFault | undefined {
  const font = objects.at(value)
  if (!isDictionary(font)) return { kind: 'lost', what: say('FONT_MISSING', { font: name }) }
  const kind = nameOf(objects.at(font.get('Subtype'))) ?? ''
  if (!kinds.has(kind)) return { kind: 'lost', what: say('FONT_IS_NONE', { font: name }) }
  const descendant = kind === 'Type0' ? descendantOf(objects, font) : font
  if (!descendant) return { kind: 'lost', what: say('FONT_LACKS_GLYPHS', { font: name }) }
  const widths = kind === 'Type0' ? 'W' : 'Widths'
  if (descendant.has(widths) && !isArray(objects.at(descendant.get(widths))))
    return { kind: 'lost', what: say('FONT_LACKS_WIDTHS', { font: name }) }
  return faultOfNames(objects, name, font, descendant)
}

function descendantOf(objects: FileObjects, font: Dictionary): Dictionary | undefined {
  const list = objects.at(font.get('DescendantFonts'))
  const first = isArray(list) ? objects.at(list[0]) : null
  return isDictionary(first) && /^CIDFontType[02]$/.test(nameOf(objects.at(first.get('Subtype'))) ?? '')
    ? first
    : undefined
}

type FontPart = 'FONT_ENCODING' | 'FONT_TO_UNICODE' | 'FONT_DESCRIPTOR' | 'FONT_PROGRAM'

/** Whether what says which characters its glyphs stand for is there. */
function faultOfNames(
  objects: FileObjects,
  name: string,
  font: Dictionary,
  descendant: Dictionary,
): FontFault | undefined {
  const unreadable = (what: FontPart): FontFault => ({ kind: 'unreadable', what: say(what, { font: name }) })
  if (font.has('Encoding') && !isEncoding(objects, font)) return unreadable('FONT_ENCODING')
  if (font.has('ToUnicode') && !isCharacterMap(objects, font.get('ToUnicode'))) return unreadable('FONT_TO_UNICODE')
  const descriptor = objects.at(descendant.get('FontDescriptor'))
  if (!font.has('ToUnicode') && descendant.has('FontDescriptor') && !isDictionary(descriptor))
    return unreadable('FONT_DESCRIPTOR')
  const program = isDictionary(descriptor)
    ? ['FontFile', 'FontFile2', 'FontFile3'].find(key => descriptor.has(key))
    : undefined
  if (!program || !isDictionary(descriptor)) return undefined
  return isProgram(objects, descriptor.get(program)) ? undefined : unreadable('FONT_PROGRAM')
}

function isEncoding(objects: FileObjects, font: Dictionary): boolean {
  const encoding = objects.at(font.get('Encoding'))
  const isComposite = font.has('DescendantFonts')
  if (encoding instanceof Name)
    return isComposite
      ? ownTables.test(encoding.text)
      : simpleTables.has(encoding.text) || ownTables.test(encoding.text)
  if (!isDictionary(encoding)) return false
  return !isComposite || isCharacterMap(objects, font.get('Encoding'))
}

function isCharacterMap(objects: FileObjects, value: Value | undefined): boolean {
  if (objects.at(value) instanceof Name) return true
  const body = objects.bodyOf(value)
  const unpacked = body && objects.dataOf(body)
  if (unpacked?.kind !== 'data') return unpacked?.kind === 'other'
  return /\bbegin(?:bf|cid)(?:char|range)\b|\busecmap\b|\bbegincodespacerange\b/.test(
    Buffer.from(unpacked.data).toString('latin1'),
  )
}

/** How a font program begins: TrueType, OpenType, a collection of them, Type 1 in segments, CFF. */
const beginnings = ['\0\x01\0\0', 'true', 'typ1', 'OTTO', 'ttcf', '\x80\x01', '\x01\0\x04']
const longestBeginning = 32

function isProgram(objects: FileObjects, value: Value | undefined): boolean {
  const body = objects.bodyOf(value)
  const unpacked = body && objects.dataOf(body)
  if (unpacked?.kind !== 'data') return unpacked?.kind === 'other'
  const start = Buffer.from(unpacked.data.subarray(0, longestBeginning)).toString('latin1')
  return beginnings.some(each => start.startsWith(each)) || start.trimStart().startsWith('%!')
}
