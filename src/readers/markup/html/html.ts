import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { Span } from '../../../document/printed.ts'
import { limit } from '../limits.ts'
import { rawElements, unprintedElements } from './elements.ts'
import { mayBegin, shapesIn } from './shapes.ts'

/** A tag, an entity, or a run that prints nothing (a comment, a script), and its place. What is between tokens is text. */
export interface Token {
  readonly kind: 'open' | 'close' | 'entity' | 'hidden'
  readonly from: number
  readonly to: number
  /** Of a tag: the element, in lower case. */
  readonly name: string
  /** Of an entity: the characters it means. */
  readonly text: string
  readonly attributes: Attributes | undefined
}

type Attributes = Readonly<Record<string, string>>

/** The attributes that say something about the layout of a page, and how much of them is read. */
const ofForm = new Set(['border', 'class', 'colspan', 'rowspan', 'style'])
const longestValue = 1000

/**
 * The HTML tokens of a text in order. This is the one place that knows the HTML parser: it sees only what has the shape of markup,
 * piece by piece, and says what that is. Nothing is executed or fetched.
 */
export function tokensOf(text: string): Token[] {
  const tokens = new TokenList(text)
  const parser = new Tokenizer({}, tokens)
  const endOfShape = shapesIn(text)
  mayBegin.lastIndex = 0
  for (let found = mayBegin.exec(text); found; found = mayBegin.exec(text)) {
    const to = endOfShape(found.index)
    if (to === undefined || tokens.neverCloses(found.index, to)) continue
    tokens.show(parser, [found.index, to])
    mayBegin.lastIndex = to
  }
  return tokens.list
}

/** Gathers what the parser says; it counts the characters it was shown, `shift` makes them offsets of the text. */
class TokenList implements TokenizerCallbacks {
  readonly list: Token[] = []
  readonly #text: string
  #span: Span = [0, 0]
  #shown = 0
  #shift = 0
  #name = ''
  #attribute = ''
  #attributes: Record<string, string> | undefined
  /** The index of the open tag whose content is not printed, or -1. */
  #unprinted = -1
  #lastClose: Map<string, number> | undefined

  constructor(text: string) {
    this.#text = text
  }

  show(parser: Tokenizer, span: Span): void {
    this.#span = span
    this.#shift = span[0] - this.#shown
    this.#shown += span[1] - span[0]
    parser.write(this.#text.slice(span[0], span[1]))
  }

  /** Whether a `<script>` begins here that is not closed: everything after it would be lost. */
  neverCloses(from: number, to: number): boolean {
    const name = /^<(script|style|textarea|title)\b/i.exec(this.#text.slice(from, Math.min(to, from + 10)))?.[1]
    if (!name) return false
    this.#lastClose ??= lastCloses(this.#text)
    return (this.#lastClose.get(name.toLowerCase()) ?? -1) < to
  }

  #add(kind: Token['kind'], [from, to]: Span, name = '', text = ''): void {
    this.list.push({ kind, from, to, name, text, attributes: kind === 'open' ? this.#attributes : undefined })
    limit(this.list.length, 'tags and marks')
  }

  onopentagname(from: number, to: number): void {
    this.#name = this.#slice(from, to).toLowerCase()
    this.#attributes = undefined
  }

  onattribname(from: number, to: number): void {
    this.#attribute = this.#slice(from, to).toLowerCase()
  }

  onattribdata(from: number, to: number): void {
    if (!ofForm.has(this.#attribute)) return
    this.#attributes ??= {}
    const before = this.#attributes[this.#attribute] ?? ''
    if (before.length < longestValue) this.#attributes[this.#attribute] = before + this.#slice(from, to)
  }

  onattribentity(codePoint: number): void {
    if (ofForm.has(this.#attribute) && this.#attributes)
      this.#attributes[this.#attribute] += String.fromCodePoint(codePoint)
  }

  onopentagend(): void {
    this.#add('open', this.#span, this.#name)
    if (unprintedElements.has(this.#name)) this.#unprinted = this.list.length - 1
  }

  onselfclosingtag(): void {
    this.onopentagend()
  }

  onclosetag(from: number, to: number): void {
    const name = this.#slice(from, to).toLowerCase()
    const opened = this.#unprinted
    if (opened >= 0 && rawElements.has(name)) {
      this.list.length = opened + 1
      this.#add('hidden', [(this.list[opened] as Token).to, this.#span[0]])
      this.#unprinted = -1
    }
    this.#add('close', this.#span, name)
  }

  ontextentity(codePoint: number, to: number): void {
    // Without its semicolon in place (`&notit;`) it is not an entity but text.
    if (to + this.#shift !== this.#span[1]) return
    const ch = String.fromCodePoint(codePoint)
    const last = this.list.at(-1)
    // Some entities mean two characters, which the parser reports one by one.
    if (last?.kind === 'entity' && last.from === this.#span[0])
      this.list[this.list.length - 1] = { ...last, text: last.text + ch }
    else this.#add('entity', this.#span, '', ch)
  }

  oncomment(): void {
    this.#add('hidden', this.#span)
  }

  ondeclaration(): void {
    this.#add('hidden', this.#span)
  }

  onattribend(): void {}
  oncdata(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}

  #slice(from: number, to: number): string {
    return this.#text.slice(from + this.#shift, Math.min(to, from + longestValue) + this.#shift)
  }
}

/** Where each raw element is closed for the last time. */
function lastCloses(text: string): Map<string, number> {
  const last = new Map<string, number>()
  for (const found of text.matchAll(/<\/(script|style|textarea|title)\s*>/gi))
    last.set((found[1] as string).toLowerCase(), found.index)
  return last
}
