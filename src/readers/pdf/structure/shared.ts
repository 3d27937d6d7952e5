import { straysOf } from './content/strays.ts'
import type { FileObjects } from './objects/objects.ts'
import { type Dictionary, isArray, isDictionary, Ref } from './objects/syntax.ts'
import type { Slot } from './page-tree.ts'

/**
 * What a page has in common with another though something of its kind lies unused in the file, by the page's dictionary: its reference may
 * have led there. None in a file in which nothing lies unused.
 */
export function sharedParts(objects: FileObjects, slots: readonly Slot[]): ReadonlyMap<Dictionary, string> {
  const pages = slots.flatMap(({ dictionary, inherited }) => (dictionary ? [{ dictionary, inherited }] : []))
  const found = new Map<Dictionary, string>()
  const contents = twins(pages.map(page => [contentOf(objects, page)]))
  const maps = charactersOf(objects, pages)
  const [stray] = contents.size > 0 ? straysOf(objects, 'content') : []
  const [map] = maps.size > 0 ? straysOf(objects, 'characters') : []
  const [font] = pages.some(page => fontTwin(objects, page) !== undefined) ? straysOf(objects, 'font') : []
  for (const page of pages) {
    const isTwin = contents.has(contentOf(objects, page))
    const twin = fontTwin(objects, page)
    if (isTwin && stray !== undefined)
      found.set(page.dictionary, `its content is that of another page, and object ${stray} is used by none`)
    else if (twin !== undefined && font !== undefined)
      found.set(page.dictionary, `its font /${twin} is another, and the font of object ${font} is used nowhere`)
    else if (map !== undefined && fontsOf(objects, page).some(each => maps.has(mapOf(objects, each) ?? -1)))
      found.set(page.dictionary, `two of its fonts name their characters alike, and object ${map} is used nowhere`)
  }
  return found
}

interface Page {
  readonly dictionary: Dictionary
  readonly inherited: Dictionary
}

/** The objects of a page's content, in one: parts of it, such as a background, may well be those of others. */
function contentOf(objects: FileObjects, { dictionary }: Page): string {
  const value = dictionary.get('Contents')
  const list = objects.at(value)
  const items = isArray(list) ? list : [value ?? null]
  return items.map(item => (item instanceof Ref ? item.object : '?')).join(' ')
}

/** The items that several of some lists hold. */
function twins<T>(lists: readonly (readonly T[])[]): Set<T> {
  const [met, again] = [new Set<T>(), new Set<T>()]
  for (const list of lists)
    for (const object of new Set(list)) {
      if (met.has(object)) again.add(object)
      met.add(object)
    }
  return again
}

const fontDictionary = (objects: FileObjects, { dictionary, inherited }: Page): Dictionary | undefined => {
  const resources = objects.at(dictionary.get('Resources') ?? inherited.get('Resources'))
  const fonts = isDictionary(resources) ? objects.at(resources.get('Font')) : null
  return isDictionary(fonts) ? fonts : undefined
}

/** A name of a font of the page under which it has the same font as under another. */
function fontTwin(objects: FileObjects, page: Page): string | undefined {
  const met = new Set<number>()
  for (const [name, font] of fontDictionary(objects, page) ?? []) {
    if (!(font instanceof Ref)) continue
    if (met.has(font.object)) return name
    met.add(font.object)
  }
  return undefined
}

const fontsOf = (objects: FileObjects, page: Page): number[] =>
  [...(fontDictionary(objects, page)?.values() ?? [])].flatMap(font => (font instanceof Ref ? [font.object] : []))

/** The object that names the characters of a font. */
function mapOf(objects: FileObjects, font: number): number | undefined {
  const value = objects.body(font)?.value
  const map = isDictionary(value) ? value.get('ToUnicode') : undefined
  return map instanceof Ref ? map.object : undefined
}

/** What names the characters of more than one font. */
function charactersOf(objects: FileObjects, pages: readonly Page[]): Set<number> {
  const fonts = [...new Set(pages.flatMap(page => fontsOf(objects, page)))]
  return twins(fonts.map(font => mapOf(objects, font)).map(map => (map === undefined ? [] : [map])))
}
