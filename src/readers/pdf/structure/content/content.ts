import { Buffer } from '../../../../platform/index.ts'
import { Lexer, Name, SyntaxFault, Word } from '../objects/syntax.ts'

/** What the content of a page or form asks for, and whether it is one. */
export interface Content {
  /** The names of fonts that text is shown in, and of the forms and images that are drawn, with how often. */
  readonly fonts: ReadonlySet<string>
  readonly drawn: ReadonlyMap<string, number>
  /** So often text is shown. */
  readonly shows: number
  readonly operators: number
  /** Words that are no operators. */
  readonly strangers: number
  /** It breaks off in the middle of something. */
  readonly isBroken: boolean
}

const operators = new Set(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc ' +
    'SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' " [ ] << >>'
  ).split(' '),
)
const showing = new Set(['Tj', 'TJ', "'", '"'])

/** Reads a content token by token. */
export function contentOf(data: Uint8Array): Content {
  const lexer = new Lexer(data)
  const [fonts, drawn] = [new Set<string>(), new Map<string, number>()]
  let [shows, count, strangers, isBroken] = [0, 0, 0, false]
  let [name, font, tolerant] = ['', '', 0]
  try {
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (token instanceof Name) name = token.text
      if (!(token instanceof Word)) continue
      const { text } = token
      count += 1
      if (text === 'Tf') font = name
      else if (text === 'Do') drawn.set(name, (drawn.get(name) ?? 0) + 1)
      else if (showing.has(text)) {
        shows += 1
        fonts.add(font)
      } else if (text === 'ID') skipImage(lexer, data)
      else if (text === 'BX') tolerant += 1
      else if (text === 'EX') tolerant -= 1
      else if (tolerant <= 0 && !operators.has(text)) strangers += 1
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    isBroken = true
  }
  return { fonts, drawn, shows, operators: count, strangers, isBroken }
}

/** The data of an image in the content end at a word EI of their own. */
function skipImage(lexer: Lexer, data: Uint8Array): void {
  const view = Buffer.from(data.buffer, data.byteOffset, data.length)
  for (let at = view.indexOf('EI', lexer.at); at >= 0; at = view.indexOf('EI', at + 2)) {
    if (!isSpace(view[at - 1]) || !(at + 2 >= view.length || isSpace(view[at + 2]))) continue
    lexer.at = at
    return
  }
  lexer.at = data.length
}

const isSpace = (code: number | undefined): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x00
