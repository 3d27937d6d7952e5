import { say, type Words } from '../../../messages/words.ts'
import { Buffer } from '../../../platform/index.ts'
import { type Meaning, meaningIn } from './content/codes.ts'
import { partsOfContent, type Shown, Use } from './content/use.ts'
import { exchangedPages } from './exchanged.ts'
import { first } from './first.ts'
import { misspeltKey } from './keys.ts'
import { withLayersMarked } from './layers/marked.ts'
import type { Body } from './objects/body.ts'
import { alteredObjects } from './objects/displaced.ts'
import { FileObjects, nameOf } from './objects/objects.ts'
import { filtersOf, unknownFilter } from './objects/packed/filters.ts'
import { type Dictionary, isArray, isDictionary, Ref, type Value } from './objects/syntax.ts'
import { type PageTree, pageTreeOf, type Slot } from './page-tree.ts'
import { rebuilt } from './rebuilt.ts'
import { sharedParts } from './shared.ts'

/** What a look at a page's own objects says of it. */
export interface PageAudit {
  /** What was found that makes the page not to be believed. */
  readonly what?: Words
  /** Fonts that do not say which characters their glyphs stand for, by the names that the engine gives them. */
  readonly unreadable: ReadonlySet<string>
  /** What the codes of a font, by the name that the engine gives it, stand for where the engine does not know. */
  readonly meaning: (font: string) => Meaning
  /** So often its content shows text. */
  readonly shows: number
  /** How many operators it comes to when every form counts as often as it is drawn. */
  readonly operators: number
}

/** Looks whether everything that the pages of a file are made of is there and whole. */
export class Audit {
  readonly objects: FileObjects
  readonly tree: PageTree | undefined
  /** What is wrong with the objects of each page, by its number from 1. */
  readonly #faults: readonly (Words | undefined)[]
  readonly #altered: ReadonlySet<number>
  readonly #shared: ReadonlyMap<Dictionary, Words>
  readonly #parts = new Map<number, Words | null>()
  readonly #use: Use

  constructor(bytes: Uint8Array) {
    this.objects = new FileObjects(bytes)
    this.tree = pageTreeOf(this.objects)
    this.#use = new Use(this.objects)
    this.#altered = this.objects.isListedRight ? new Set() : alteredObjects(this.objects, viewOf(bytes))
    const slots = this.tree?.slots ?? []
    this.#shared = sharedParts(this.objects, slots)
    this.#faults = slots.map(slot => slot.what ?? this.#faultOfPage(slot))
  }

  /**
   * What was wrong with the file and could be put right: its objects are all there, though its lists do not lead to them. Undefined where
   * nothing was.
   */
  get repaired(): Words | undefined {
    const { misled, xref } = this.objects
    const [one] = misled
    if (!this.tree) return undefined
    if (!xref || xref.isAstray) return say('OBJECT_LIST_ASTRAY')
    if (one !== undefined) return say(misled.size > 1 ? 'OBJECTS_MISLED' : 'OBJECT_MISLED', { object: one })
    const { count, slots } = this.tree
    if (count !== slots.length) return say('PAGES_MISCOUNTED', { counted: count, named: slots.length })
    const [first, second] = exchangedPages(this.objects, slots) ?? []
    return first === undefined || second === undefined ? undefined : say('PAGES_EXCHANGED', { first, second })
  }

  /** The file made anew so that the engine finds what its lists do not lead to; undefined where there is no need. */
  rebuilt(bytes: Uint8Array, pageCount: number): Uint8Array | undefined {
    const { slots, count } = this.tree ?? { slots: [], count: null }
    const isShort = pageCount < slots.length || (count !== null && count < slots.length)
    if (slots.length === 0 || !(this.objects.misled.size > 0 || isShort)) return undefined
    return rebuilt(bytes, this.objects, slots)
  }

  /** The file with what is switched off on its pages marked for the engine; undefined where nothing is. */
  layersMarked(bytes: Uint8Array): Uint8Array | undefined {
    return withLayersMarked(bytes, this.objects, this.tree?.slots ?? [])
  }

  /** Of a page from 1; undefined where the file has no such page. Throws INPUT_TOO_LARGE where a stream of it is a bomb. */
  page(number: number): PageAudit | undefined {
    const slot = this.tree?.slots[number - 1]
    if (!slot) return undefined
    const shown: Shown = { unreadable: new Set(), fonts: new Map(), shows: 0, operators: 0 }
    const found = this.#faults[number - 1] ?? this.#use.faultOf(slot, shown)
    // Empty pages may well have one content.
    const what = found ?? (slot.dictionary && shown.shows > 0 ? this.#shared.get(slot.dictionary) : undefined)
    const meaning = (font: string) => meaningIn(this.objects, shown.fonts.get(font) ?? [])
    return { ...shown, meaning, ...(what === undefined ? {} : { what }) }
  }

  #faultOfPage({ dictionary }: Slot): Words | undefined {
    if (!dictionary) return undefined
    return this.#faultOfValue(dictionary) ?? this.#faultOfContents(dictionary)
  }

  /** What is wrong with an object of a page or with anything that belongs to it. */
  #faultOfPart(object: number): Words | undefined {
    const known = this.#parts.get(object)
    if (known !== undefined) return known ?? undefined
    this.#parts.set(object, null)
    const fault = this.#faultIn(object)
    this.#parts.set(object, fault ?? null)
    return fault
  }

  #faultIn(object: number): Words | undefined {
    const { objects } = this
    const body = objects.body(object)
    if (objects.broken.has(object)) return say('OBJECT_BROKEN', { object })
    if (!body) return undefined
    const stream = isDictionary(body.value) && body.data ? this.#faultOfStream(body, body.value) : undefined
    return stream ?? this.#faultOfValue(body.value)
  }

  #faultOfStream(body: Body, dictionary: Dictionary): Words | undefined {
    const key = misspeltKey(dictionary)
    if (key) return say('KEY_OF_OBJECT_MISSPELT', { key, object: body.object })
    if (this.#altered.has(body.object)) return say('OBJECT_ALTERED', { object: body.object })
    const filter = unknownFilter(dictionary, this.objects.at)
    if (filter) return say('FILTER_OF_OBJECT_UNKNOWN', { object: body.object, filter })
    const damage = this.#damageOf(body, dictionary)
    if (damage) return say('IN_OBJECT', { object: body.object, fault: damage })
    if (body.lengthOff === undefined || isChecked(this.objects, dictionary)) return undefined
    return say('LENGTH_OFF', { object: body.object })
  }

  /**
   * What is wrong with data that other filters than Flate hold: those of Flate are looked at in every stream of the file, wanted or not.
   * Throws INPUT_TOO_LARGE for a bomb.
   */
  #damageOf(body: Body, dictionary: Dictionary): Words | undefined {
    const isLookedAt = filtersOf(dictionary, this.objects.at).every(filter => filter === 'FlateDecode')
    if (isLookedAt || nameOf(this.objects.at(dictionary.get('Subtype'))) === 'Image') return undefined
    const unpacked = this.objects.dataOf(body)
    return unpacked?.kind === 'damaged' ? unpacked.what : undefined
  }

  #faultOfValue(value: Value): Words | undefined {
    if (value instanceof Ref)
      return isElsewhere(this.objects.body(value.object)) ? undefined : this.#faultOfPart(value.object)
    if (isArray(value)) return first(value, item => this.#faultOfValue(item))
    if (!isDictionary(value)) return undefined
    return misspelt(value) ?? first(value, ([key, item]) => (aside.has(key) ? undefined : this.#faultOfValue(item)))
  }

  #faultOfContents(page: Dictionary): Words | undefined {
    const { objects } = this
    if (!page.has('Contents')) {
      const isUsed = isDictionary(page.get('Resources')) || page.get('Resources') instanceof Ref
      const fonts = isUsed ? objects.at(page.get('Resources')) : null
      const has = isDictionary(fonts) && isDictionary(objects.at(fonts.get('Font')))
      return has && !page.has('Annots') ? say('FONTS_WITHOUT_CONTENT') : undefined
    }
    const contents = page.get('Contents')
    return first(partsOfContent(this.objects, contents), part => this.#faultOfContent(part))
  }

  #faultOfContent(part: Value): Words | undefined {
    const body = this.objects.bodyOf(part)
    if (body?.data) return undefined
    if (part instanceof Ref) return say(body ? 'CONTENT_IS_NONE' : 'CONTENT_MISSING', { object: part.object })
    return body ? say('CONTENT_OF_NO_OBJECT_IS_NONE') : say('CONTENT_OF_NO_OBJECT_MISSING')
  }
}

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

const isChecked = (objects: FileObjects, dictionary: Dictionary): boolean =>
  filtersOf(dictionary, objects.at).includes('FlateDecode')

/** What a page refers to that is not printed, or that leads back. */
const aside = new Set(
  'Parent Annots StructParents StructParent P Metadata Thumb B AA PieceInfo OC Group Trans Dest A Properties'.split(
    ' ',
  ),
)

function misspelt(value: Dictionary): Words | undefined {
  const key = misspeltKey(value)
  return key === undefined ? undefined : say('KEY_MISSPELT', { key })
}

const elsewhere = new Set(['Page', 'Pages', 'Catalog', 'StructTreeRoot', 'StructElem', 'OCG', 'OCMD'])

const isElsewhere = (body: Body | undefined): boolean =>
  isDictionary(body?.value) && elsewhere.has(nameOf(body.value.get('Type')) ?? '')
