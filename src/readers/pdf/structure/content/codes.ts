import { type FileObjects, nameOf } from '../objects/objects.ts'
import {
  type Dictionary,
  isArray,
  isDictionary,
  isWord,
  Lexer,
  Name,
  SyntaxFault,
  type Value,
} from '../objects/syntax.ts'
import { characterNamed } from './glyph-names.ts'

/** What a code of a font stands for; undefined where the file does not say. */
export type Meaning = (code: number) => string | undefined

/** What the codes of some fonts of one name stand for where the engine does not know: fonts that disagree say nothing. */
export function meaningIn(objects: FileObjects, fonts: readonly Dictionary[]): Meaning {
  const meanings = fonts.map(font => meaningOf(objects, font))
  return code => {
    const said = new Set(meanings.flatMap(meaning => meaning(code) ?? []))
    return said.size === 1 ? [...said][0] : undefined
  }
}

function meaningOf(objects: FileObjects, font: Dictionary): Meaning {
  const told = font.has('ToUnicode') ? charactersOf(dataOf(objects, font.get('ToUnicode'))) : undefined
  if (told) return code => told.get(code)
  const kind = nameOf(objects.at(font.get('Subtype')))
  if (kind === 'Type3') return namedGlyphs(objects, font)
  return kind === 'Type0' && areUnicode(objects, font) ? code => String.fromCharCode(code) : () => undefined
}

function dataOf(objects: FileObjects, value: Value | undefined): Uint8Array | undefined {
  const body = objects.bodyOf(value)
  const unpacked = body && objects.dataOf(body)
  return unpacked?.kind === 'data' ? unpacked.data : undefined
}

/** [65 /A /eacute]: names from a code on. */
function namedGlyphs(objects: FileObjects, font: Dictionary): Meaning {
  const encoding = objects.at(font.get('Encoding'))
  const differences = isDictionary(encoding) ? objects.at(encoding.get('Differences')) : null
  const known = new Map<number, string | undefined>()
  let code = 0
  for (const each of isArray(differences) ? differences : []) {
    const item = objects.at(each)
    if (typeof item === 'number') code = item
    else if (item instanceof Name) known.set(code++, characterNamed(item.text))
  }
  return asked => known.get(asked)
}

/** More than these a font of two-byte codes does not have. */
const mostCodes = 0x10000

/** The characters of a /ToUnicode map by their codes, of any length: the engine takes those of two bytes only. */
function charactersOf(data: Uint8Array | undefined): ReadonlyMap<number, string> | undefined {
  if (!data) return undefined
  const known = new Map<number, string>()
  const lexer = new Lexer(data)
  const operands: Value[] = []
  try {
    for (let value = lexer.value(); value !== undefined; value = lexer.value()) {
      if (isWord(value, 'endbfchar')) addCharacters(known, operands)
      else if (isWord(value, 'endbfrange')) addRanges(known, operands)
      if (typeof value === 'string' || isArray(value as Value)) operands.push(value as Value)
      else operands.length = 0
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
  }
  return known
}

function addCharacters(known: Map<number, string>, operands: readonly Value[]): void {
  for (let at = 0; at + 1 < operands.length; at += 2) put(known, codeIn(operands[at]), textIn(operands[at + 1]))
}

function addRanges(known: Map<number, string>, operands: readonly Value[]): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [from, to, target] = [codeIn(operands[at]), codeIn(operands[at + 1]), operands[at + 2] as Value]
    const first = textIn(target)
    for (let step = 0; from + step <= to && step < mostCodes; step += 1)
      put(known, from + step, isArray(target) ? textIn(target[step]) : first && movedBy(first, step))
  }
}

function put(known: Map<number, string>, code: number, text: string | undefined): void {
  if (text && known.size < mostCodes) known.set(code, text)
}

const codeIn = (value: Value | undefined): number =>
  typeof value === 'string' ? Number.parseInt(value.replace(/\s/g, ''), 16) : Number.NaN

function textIn(value: Value | undefined): string | undefined {
  const digits = typeof value === 'string' ? value.replace(/\s/g, '') : ''
  if (!/^(?:[\da-f]{4}){1,16}$/i.test(digits)) return undefined
  const units = digits.match(/.{4}/g) ?? []
  return String.fromCharCode(...units.map(unit => Number.parseInt(unit, 16)))
}

function movedBy(text: string, step: number): string | undefined {
  const last = [...text].at(-1) ?? ''
  const point = (last.codePointAt(0) ?? 0) + step
  return point <= 0x10ffff ? text.slice(0, text.length - last.length) + String.fromCodePoint(point) : undefined
}

/** So many codes, at least, tell whether they are characters. */
const leastTelling = 4

/**
 * Whether the codes of a font are characters by themselves: its glyphs have other numbers, and every code that leads to one is that of a
 * character that Japanese is written with.
 */
function areUnicode(objects: FileObjects, font: Dictionary): boolean {
  if (nameOf(objects.at(font.get('Encoding'))) !== 'Identity-H') return false
  const list = objects.at(font.get('DescendantFonts'))
  const descendant = isArray(list) ? objects.at(list[0]) : null
  const glyphs = isDictionary(descendant) ? dataOf(objects, descendant.get('CIDToGIDMap')) : undefined
  if (!glyphs) return false
  const codes = Array.from({ length: Math.floor(glyphs.length / 2) }, (_, code) => code).filter(
    code => ((glyphs[code * 2] as number) << 8) + (glyphs[code * 2 + 1] as number) > 0,
  )
  const moved = codes.filter(code => ((glyphs[code * 2] as number) << 8) + (glyphs[code * 2 + 1] as number) !== code)
  return moved.length >= leastTelling && codes.every(code => written.test(String.fromCharCode(code)))
}

const written =
  /^[ -~¥§°±´¶×÷\u2010-\u2027\u2030-\u203e\u2160-\u217f\u2190-\u21ff\u2200-\u22ff\u2460-\u25ff\u3000-\u30ff\u3200-\u33ff\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]$/
