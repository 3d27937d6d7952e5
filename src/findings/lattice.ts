import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import kuromoji from 'kuromoji'

/** A word on the cheapest path through a text. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Whether the dictionary has it. */
  readonly known: boolean
  /** Part of speech and form as the dictionary writes them: `動詞,自立,*,*,一段,基本形`. */
  readonly grammar: string
}

/** The cheapest way to read a text as words: what is likely Japanese costs little. */
interface Reading {
  readonly cost: number
  readonly words: readonly Word[]
}

export interface Lattice {
  read(text: string): Reading
}

type Tokenizer = Parameters<Parameters<ReturnType<typeof kuromoji.builder>['build']>[0]>[1]
/** The search leaves the cost of the whole path in the last node, which the published types leave out. */
type Searched = ReturnType<Tokenizer['getLattice']> & { readonly nodes_end_at: readonly (readonly Node[])[] }
type Node = ReturnType<Tokenizer['viterbi_searcher']['search']>[number]

/** The dictionary takes about half a second and 300 MB, so it is loaded only when findings are requested. */
export async function loadLattice(): Promise<Lattice> {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict')
  const tokenizer = await new Promise<Tokenizer>((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, built) => (error ? reject(error) : resolve(built)))
  })
  return { read: text => readWith(tokenizer, text) }
}

/** Like `tokenizer.tokenize`, which does not give the cost. */
function readWith(tokenizer: Tokenizer, text: string): Reading {
  const lattice = tokenizer.getLattice(asWritten(text))
  const nodes = tokenizer.viterbi_searcher.search(lattice)
  const end = (lattice as Searched).nodes_end_at.at(-1)?.[0]
  return { cost: end?.shortest_cost ?? 0, words: nodes.map(node => wordOf(tokenizer, node)) }
}

function wordOf(tokenizer: Tokenizer, node: Node): Word {
  const known = node.type === 'KNOWN'
  const dictionary = known ? tokenizer.token_info_dictionary : tokenizer.unknown_dictionary
  const [, ...grammar] = dictionary.getFeatures(node.name).split(',')
  const from = node.start_pos - 1
  return {
    from,
    to: from + node.surface_form.length,
    text: node.surface_form,
    known,
    grammar: grammar.slice(0, 6).join(','),
  }
}

/** The dictionary has 三 as a number, but not ３ or 3, which would cost much: halfwidth characters are looked up in its spelling. */
const asWritten = (text: string): string =>
  text.replace(/[!-~]/g, ch => '〇一二三四五六七八九'[Number(ch)] ?? String.fromCharCode(ch.charCodeAt(0) + 0xfee0))
