import type { Body } from './body.ts'
import { type Content, contentOf } from './content.ts'
import { alteredObjects } from './displaced.ts'
import { filtersOf, unknownFilter } from './filters.ts'
import { type FontFault, faultOfFont } from './fonts.ts'
import { misspeltKey } from './keys.ts'
import { FileObjects, nameOf } from './objects.ts'
import { type PageTree, pageTreeOf, type Slot } from './page-tree.ts'
import { rebuilt } from './rebuilt.ts'
import { type Dictionary, isArray, isDictionary, Ref, type Value } from './syntax.ts'

/** What a look at a page's own objects says of it. */
export interface PageAudit {
  /** What was found that makes the page not to be believed. */
  readonly what?: string
  /** Fonts that do not say which characters their glyphs stand for, by the names that the engine gives them. */
  readonly unreadable: ReadonlySet<string>
  /** So often its content shows text. */
  readonly shows: number
}

/** Looks whether everything that the pages of a file are made of is there and whole. */
export class Audit {
  readonly objects: FileObjects
  readonly tree: PageTree | undefined
  /** What is wrong with the objects of each page, by its number from 1. */
  readonly #faults: readonly (string | undefined)[]
  readonly #altered: ReadonlySet<number>
  readonly #parts = new Map<number, string | null>()
  readonly #contents = new Map<Body, Checked>()
  readonly #fonts = new Map<Value, FontFault | null>()

  constructor(bytes: Uint8Array) {
    this.objects = new FileObjects(bytes)
    this.tree = pageTreeOf(this.objects)
    this.#altered = this.objects.isListedRight ? new Set() : alteredObjects(this.objects, viewOf(bytes))
    this.#faults = (this.tree?.slots ?? []).map(slot => slot.what ?? this.#faultOfPage(slot))
  }

  /**
   * What was wrong with the file and could be put right: its objects are all there, though its lists do not lead to them. Undefined where
   * nothing was.
   */
  get repaired(): string | undefined {
    const { misled, xref } = this.objects
    const [one] = misled
    if (!this.tree) return undefined
    if (!xref || xref.isAstray) return 'its list of objects is not where it says'
    if (one !== undefined)
      return `its list of objects does not lead to object ${one}${misled.size > 1 ? ' and others' : ''}`
    const { count, slots } = this.tree
    return count === slots.length ? undefined : `its list of pages counts ${count ?? 'none'} and names ${slots.length}`
  }

  /** The file made anew so that the engine finds what its lists do not lead to; undefined where there is no need. */
  rebuilt(bytes: Uint8Array, pageCount: number): Uint8Array | undefined {
    const { slots, count } = this.tree ?? { slots: [], count: null }
    const isShort = pageCount < slots.length || (count !== null && count < slots.length)
    if (slots.length === 0 || !(this.objects.misled.size > 0 || isShort)) return undefined
    return rebuilt(bytes, this.objects, slots)
  }

  /** Of a page from 1; undefined where the file has no such page. */
  page(number: number): PageAudit | undefined {
    const slot = this.tree?.slots[number - 1]
    if (!slot) return undefined
    const shown: Shown = { unreadable: new Set(), shows: 0 }
    const what = this.#faults[number - 1] ?? this.#faultOfShown(slot, shown)
    return { ...shown, ...(what === undefined ? {} : { what }) }
  }

  #faultOfPage({ dictionary }: Slot): string | undefined {
    if (!dictionary) return undefined
    return this.#faultOfValue(dictionary) ?? this.#faultOfContents(dictionary)
  }

  /** What is wrong with an object of a page or with anything that belongs to it. */
  #faultOfPart(object: number): string | undefined {
    const known = this.#parts.get(object)
    if (known !== undefined) return known ?? undefined
    this.#parts.set(object, null)
    const fault = this.#faultIn(object)
    this.#parts.set(object, fault ?? null)
    return fault
  }

  #faultIn(object: number): string | undefined {
    const { objects } = this
    const body = objects.body(object)
    if (objects.broken.has(object)) return `object ${object} is broken`
    if (!body) return undefined
    const stream = isDictionary(body.value) && body.data ? this.#faultOfStream(body, body.value) : undefined
    return stream ?? this.#faultOfValue(body.value)
  }

  #faultOfStream(body: Body, dictionary: Dictionary): string | undefined {
    const key = misspeltKey(dictionary)
    if (key) return `/${key} of object ${body.object} is misspelt`
    if (this.#altered.has(body.object)) return `object ${body.object} is not as long as when it was written`
    const filter = unknownFilter(dictionary, this.objects.at)
    if (filter) return `object ${body.object} has the filter /${filter}, which is not known`
    if (body.lengthOff === undefined || isChecked(this.objects, dictionary)) return undefined
    return `the data of object ${body.object} are not as long as it says`
  }

  #faultOfValue(value: Value): string | undefined {
    if (value instanceof Ref)
      return isElsewhere(this.objects.body(value.object)) ? undefined : this.#faultOfPart(value.object)
    if (isArray(value)) return first(value, item => this.#faultOfValue(item))
    if (!isDictionary(value)) return undefined
    return misspelt(value) ?? first(value, ([key, item]) => (aside.has(key) ? undefined : this.#faultOfValue(item)))
  }

  #faultOfContents(page: Dictionary): string | undefined {
    const { objects } = this
    if (!page.has('Contents')) {
      const isUsed = isDictionary(page.get('Resources')) || page.get('Resources') instanceof Ref
      const fonts = isUsed ? objects.at(page.get('Resources')) : null
      const has = isDictionary(fonts) && isDictionary(objects.at(fonts.get('Font')))
      return has && !page.has('Annots') ? 'the page has fonts and no content' : undefined
    }
    const contents = page.get('Contents')
    return first(this.#partsOfContent(contents), part => this.#faultOfContent(part))
  }

  #partsOfContent(contents: Value | undefined): readonly Value[] {
    const value = this.objects.at(contents)
    return isArray(value) ? value : [contents ?? null]
  }

  #faultOfContent(part: Value): string | undefined {
    const body = this.objects.bodyOf(part)
    const name = part instanceof Ref ? `object ${part.object}` : 'no object'
    if (!body?.data) return `its content (${name}) is ${body ? 'no content' : 'missing'}`
    return undefined
  }

  /** What is wrong with what the content asks for. */
  #faultOfShown({ dictionary: page, inherited }: Slot, shown: Shown): string | undefined {
    if (!page?.has('Contents')) return undefined
    const parts = this.#partsOfContent(page.get('Contents')).flatMap(part => this.objects.bodyOf(part) ?? [])
    const resources = this.objects.at(page.get('Resources') ?? inherited.get('Resources'))
    const content = this.#contentOf(parts)
    if (!content) return undefined
    return this.#faultOfUse(content, isDictionary(resources) ? resources : new Map(), shown, new Set())
  }

  #contentOf(parts: readonly Body[]): Checked | undefined {
    const [only] = parts
    const known = only && parts.length === 1 ? this.#contents.get(only) : undefined
    if (known) return known
    const unpacked = parts.map(part => this.objects.dataOf(part))
    const data = unpacked.flatMap(part => (part?.kind === 'data' ? [part.data, lineFeed] : []))
    if (data.length < parts.length * 2) return undefined
    const isChecked = unpacked.every(part => part?.kind === 'data' && part.isChecked)
    const content = { ...contentOf(Buffer.concat(data)), isChecked }
    if (only && parts.length === 1) this.#contents.set(only, content)
    return content
  }

  #faultOfUse(content: Checked, resources: Dictionary, shown: Shown, within: Set<Body>): string | undefined {
    if (isNone(content)) return 'its content is no content of a page'
    shown.shows += content.shows
    const fonts = this.objects.at(resources.get('Font'))
    return (
      first(content.fonts, name => this.#faultOfFont(name, isDictionary(fonts) ? fonts.get(name) : undefined, shown)) ??
      first(content.drawn, name => this.#faultOfDrawn(name, resources, shown, within))
    )
  }

  #faultOfFont(name: string, value: Value | undefined, shown: Shown): string | undefined {
    const fault = this.#fontFault(name, value)
    if (fault?.kind === 'lost') return fault.what
    const font = this.objects.at(value)
    if (fault && isDictionary(font)) shown.unreadable.add(nameOf(this.objects.at(font.get('BaseFont'))) ?? '')
    return undefined
  }

  #fontFault(name: string, value: Value | undefined): FontFault | undefined {
    const font = this.objects.at(value)
    const known = this.#fonts.get(font)
    if (known !== undefined && font !== null) return known ?? undefined
    const fault = faultOfFont(this.objects, name, value)
    this.#fonts.set(font, fault ?? null)
    return fault
  }

  #faultOfDrawn(name: string, resources: Dictionary, shown: Shown, within: Set<Body>): string | undefined {
    const drawn = this.objects.at(resources.get('XObject'))
    const body = isDictionary(drawn) ? this.objects.bodyOf(drawn.get(name)) : undefined
    if (!body?.data || !isDictionary(body.value)) return `/${name}, which its content draws, is missing`
    const kind = nameOf(this.objects.at(body.value.get('Subtype')))
    if (kind === 'Image' || within.has(body)) return undefined
    if (kind !== 'Form') return `/${name}, which its content draws, is neither form nor image`
    const content = this.#contentOf([body])
    const own = this.objects.at(body.value.get('Resources'))
    return content && this.#faultOfUse(content, isDictionary(own) ? own : resources, shown, new Set([...within, body]))
  }
}

interface Shown {
  readonly unreadable: Set<string>
  shows: number
}

/** A content, and whether its data have a checksum that agrees. */
type Checked = Content & { readonly isChecked: boolean }

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

const isChecked = (objects: FileObjects, dictionary: Dictionary): boolean =>
  filtersOf(dictionary, objects.at).includes('FlateDecode')

const lineFeed = Buffer.from('\n')

/** What a page refers to that is not printed, or that leads back. */
const aside = new Set(
  'Parent Annots StructParents StructParent P Metadata Thumb B AA PieceInfo OC Group Trans Dest A Properties'.split(
    ' ',
  ),
)

function misspelt(value: Dictionary): string | undefined {
  const key = misspeltKey(value)
  return key && `/${key} is misspelt`
}

const elsewhere = new Set(['Page', 'Pages', 'Catalog', 'StructTreeRoot', 'StructElem', 'OCG', 'OCMD'])

const isElsewhere = (body: Body | undefined): boolean =>
  isDictionary(body?.value) && elsewhere.has(nameOf(body.value.get('Type')) ?? '')

/** Of data without a checksum every stranger counts; of others a content is none where most words are strange. */
const isNone = (content: Checked): boolean =>
  content.isChecked ? content.strangers * 10 > content.operators : content.isBroken || content.strangers > 0

function first<T>(items: Iterable<T>, look: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = look(item)
    if (found !== undefined) return found
  }
  return undefined
}
