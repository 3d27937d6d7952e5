import type { Body } from '../objects/body.ts'
import { type FileObjects, nameOf } from '../objects/objects.ts'
import { type Dictionary, isDictionary } from '../objects/syntax.ts'
import type { Content } from './content.ts'

/** So deep, at least, the engine follows forms in one another. */
const deepest = 40

/** More than this nobody needs to know exactly. */
const enough = 1e12

/** Counts what contents come to when every form counts as often as it is drawn, without drawing it. */
export class Expansion {
  readonly #objects: FileObjects
  readonly #contentOf: (form: Body) => Content | string | undefined
  /** By the form, the resources that its names are looked up in, and its depth. */
  readonly #known = new Map<Body, Map<Dictionary, number[]>>()

  constructor(objects: FileObjects, contentOf: (form: Body) => Content | string | undefined) {
    this.#objects = objects
    this.#contentOf = contentOf
  }

  operatorsOf({ operators, drawn }: Content, resources: Dictionary, depth = 0): number {
    if (depth > deepest) return 0
    let count = operators
    for (const [name, times] of drawn) count += times * this.#operatorsIn(name, resources, depth + 1)
    return Math.min(count, enough)
  }

  #operatorsIn(name: string, above: Dictionary, depth: number): number {
    const form = this.#formOf(name, above)
    if (!form) return 0
    const own = this.#objects.at(form.dictionary.get('Resources'))
    const resources = isDictionary(own) ? own : above
    const known = this.#knownOf(form.body, resources)
    const content = known[depth] === undefined ? this.#contentOf(form.body) : undefined
    if (typeof content === 'object') known[depth] = this.operatorsOf(content, resources, depth)
    return known[depth] ?? 0
  }

  #formOf(name: string, resources: Dictionary): { body: Body; dictionary: Dictionary } | undefined {
    const drawn = this.#objects.at(resources.get('XObject'))
    const body = isDictionary(drawn) ? this.#objects.bodyOf(drawn.get(name)) : undefined
    if (!body || !isDictionary(body.value)) return undefined
    const isForm = nameOf(this.#objects.at(body.value.get('Subtype'))) === 'Form'
    return isForm ? { body, dictionary: body.value } : undefined
  }

  #knownOf(body: Body, resources: Dictionary): number[] {
    const ofBody = this.#known.get(body) ?? new Map<Dictionary, number[]>()
    this.#known.set(body, ofBody)
    const known = ofBody.get(resources) ?? []
    ofBody.set(resources, known)
    return known
  }
}
