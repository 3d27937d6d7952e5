import { say, type Words } from '../../../../messages/words.ts'
import { Buffer } from '../../../../platform/index.ts'
import { first } from '../first.ts'
import type { Body } from '../objects/body.ts'
import { type FileObjects, nameOf } from '../objects/objects.ts'
import { type Dictionary, isArray, isDictionary, type Value } from '../objects/syntax.ts'
import type { Slot } from '../page-tree.ts'
import { type Content, contentOf } from './content.ts'
import { Expansion } from './expansion.ts'
import { type FontFault, faultOfFont } from './fonts.ts'

/** What the content of a page shows. */
export interface Shown {
  readonly unreadable: Set<string>
  /** The fonts that text is shown in, by the names that the engine gives them. */
  readonly fonts: Map<string, Dictionary[]>
  shows: number
  /** How many operators it comes to when every form counts as often as it is drawn. */
  operators: number
}

/** A content, and whether its data have a checksum that agrees. */
type Checked = Content & { readonly isChecked: boolean }

const lineFeed = Buffer.from('\n')

/** Follows the contents of pages to the fonts and forms that they name. */
export class Use {
  readonly #objects: FileObjects
  readonly #contents = new Map<Body, Checked>()
  readonly #fonts = new Map<Value, FontFault | null>()

  readonly #expansion: Expansion

  constructor(objects: FileObjects) {
    this.#objects = objects
    this.#expansion = new Expansion(objects, form => this.#contentOf([form]))
  }

  /** What is wrong with the content of a page, or with what it asks for; adds to `shown` what it shows. */
  faultOf({ dictionary: page, inherited }: Slot, shown: Shown): Words | undefined {
    if (!page?.has('Contents')) return undefined
    const parts = partsOfContent(this.#objects, page.get('Contents')).flatMap(part => this.#objects.bodyOf(part) ?? [])
    const resources = this.#objects.at(page.get('Resources') ?? inherited.get('Resources'))
    const content = this.#contentOf(parts)
    if (content === undefined || 'say' in content) return content
    const own = isDictionary(resources) ? resources : new Map()
    shown.operators = this.#expansion.operatorsOf(content, own)
    return this.#faultOfUse(content, own, shown, new Set())
  }

  /** What some streams show as one content; where one of them is damaged, how, and undefined where one cannot be looked into. */
  #contentOf(parts: readonly Body[]): Checked | Words | undefined {
    const [only, second] = parts
    const known = only && !second ? this.#contents.get(only) : undefined
    if (known) return known
    const unpacked = parts.map(part => ({
      object: part.object,
      ...(this.#objects.dataOf(part) ?? { kind: 'other' as const }),
    }))
    for (const part of unpacked)
      if (part.kind === 'damaged') return say('IN_OBJECT', { object: part.object, fault: part.what })
    const whole = unpacked.flatMap(part => (part.kind === 'data' ? [part] : []))
    if (whole.length < parts.length) return undefined
    const data = whole.flatMap(part => [part.data, lineFeed])
    const content = { ...contentOf(Buffer.concat(data)), isChecked: whole.every(part => part.isChecked) }
    if (only && !second) this.#contents.set(only, content)
    return content
  }

  #faultOfUse(content: Checked, resources: Dictionary, shown: Shown, within: Set<Body>): Words | undefined {
    if (isNone(content)) return say('CONTENT_NOT_OF_PAGE')
    shown.shows += content.shows
    const fonts = this.#objects.at(resources.get('Font'))
    return (
      first(content.fonts, name => this.#faultOfFont(name, isDictionary(fonts) ? fonts.get(name) : undefined, shown)) ??
      first(content.drawn.keys(), name => this.#faultOfDrawn(name, resources, shown, within))
    )
  }

  #faultOfFont(name: string, value: Value | undefined, shown: Shown): Words | undefined {
    const fault = this.#fontFault(name, value)
    if (fault?.kind === 'lost') return fault.what
    const font = this.#objects.at(value)
    if (!isDictionary(font)) return undefined
    const base = nameOf(this.#objects.at(font.get('BaseFont'))) ?? ''
    if (fault) shown.unreadable.add(base)
    const same = shown.fonts.get(base)
    if (!same) shown.fonts.set(base, [font])
    else if (!same.includes(font)) same.push(font)
    return undefined
  }

  #fontFault(name: string, value: Value | undefined): FontFault | undefined {
    const font = this.#objects.at(value)
    const known = this.#fonts.get(font)
    if (known !== undefined && font !== null) return known ?? undefined
    const fault = faultOfFont(this.#objects, name, value)
    this.#fonts.set(font, fault ?? null)
    return fault
  }

  #faultOfDrawn(name: string, resources: Dictionary, shown: Shown, within: Set<Body>): Words | undefined {
    const drawn = this.#objects.at(resources.get('XObject'))
    const body = isDictionary(drawn) ? this.#objects.bodyOf(drawn.get(name)) : undefined
    if (!body?.data || !isDictionary(body.value)) return say('DRAWN_MISSING', { name })
    const kind = nameOf(this.#objects.at(body.value.get('Subtype')))
    if (kind === 'Image' || within.has(body)) return undefined
    if (kind !== 'Form') return say('DRAWN_IS_NONE', { name })
    const content = this.#contentOf([body])
    if (content === undefined || 'say' in content) return content
    const own = this.#objects.at(body.value.get('Resources'))
    return this.#faultOfUse(content, isDictionary(own) ? own : resources, shown, within.add(body))
  }
}

/** The streams that make a page's content. */
export function partsOfContent(objects: FileObjects, contents: Value | undefined): readonly Value[] {
  const value = objects.at(contents)
  return isArray(value) ? value : [contents ?? null]
}

/** Of data without a checksum every stranger counts; of others a content is none where most words are strange. */
const isNone = (content: Checked): boolean =>
  content.isChecked ? content.strangers * 10 > content.operators : content.isBroken || content.strangers > 0
