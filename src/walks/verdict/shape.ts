import { type Note, note } from '../../diagnostics/codes.ts'
import { textOf } from '../../document/printed.ts'
import { say, type Words } from '../../messages/words.ts'
import { type Evaluated, printedWhole } from '../evaluate.ts'
import type { TestedLeaf } from './confirm.ts'

/** What is odd about the shape of a value: a reason, as SUSPECT_TEXT says it. */
type Look = (text: string, placed: TestedLeaf, leaf: Evaluated) => Words | undefined

/** Signs and words that only go on with something: no sentence and no name begins with them. */
const goingOn =
  /^(?:[、。，．）」』】〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]|[をがへ](?=\P{Script=Hiragana})|[のにはともで](?=\p{Script=Han}|\p{Script=Katakana}))/u
/** What more must come after: a sentence that ends so has lost its rest. */
const cutShort = /\p{Script=Han}[のを]$|[、（「『]$/u
const listMark = /^[・･■●◆▪•](?=\S)/u
const bareNumber = /^[\d,.]+$/u
const callNumber = /^\d+(?:-\d+)+$/u

const looks: readonly Look[] = [
  text => (goingOn.test(text) ? say('BEGINS_AS_GOING_ON') : undefined),
  text => (cutShort.test(text) ? say('ENDS_AS_GOING_ON') : undefined),
  text => bracketReason(text),
  (text, _, { field }) =>
    field.answers === undefined && listMark.test(text) && text.length > 2 ? say('BEGINS_WITH_LIST_MARK') : undefined,
  text => (listInLine.test(text) ? say('LIST_IN_LINE') : undefined),
  text => (saysTwice(text) ? say('SAYS_TWICE') : undefined),
  text => (cutParagraph(text) ? say('PARAGRAPH_CUT') : undefined),
  (text, { grounds }) => (isOneNumber(text) && isBrokenNumber(grounds) ? say('MAYBE_TWO_VALUES') : undefined),
  (text, { grounds }) => (isRuby(text, grounds) ? say('SET_AS_RUBY') : undefined),
]

/** …重点的に進める。・乗車券の発行・車内での…: a dot between words is behind no full stop. */
const listInLine = /[。：]・[^\n・]{1,60}・/u

/** So long, a text is more than a word that may well be said twice. */
const leastRepeated = 12

/** The same from beginning to end two times or more, as where a converter prints a merged cell once a column. */
function saysTwice(text: string): boolean {
  const from = text.slice(0, leastRepeated)
  if (from.length < leastRepeated) return false
  const unit = text.indexOf(from, leastRepeated)
  return unit > 0 && text.length % unit === 0 && text === text.slice(0, unit).repeat(text.length / unit)
}

/** Prose of sentences, of which a paragraph ends in a word: …での就職⏎移住後の暮らし…。, …については、北海道がNPO法人ふる⏎さと回帰…。 */
function cutParagraph(text: string): boolean {
  const paragraphs = text.split('\n')
  const cut = paragraphs.filter(each => !each.endsWith('。'))
  return !cut.includes(paragraphs.at(-1) ?? '') && cut.every(isNoHeading) && cut.some(endsInWord)
}

/** So much of a sentence after another one is no heading; nor is so much with a 、 in it. */
const leastCut = 9
const leastCutAlone = 20

const afterLastSentence = (paragraph: string): string => paragraph.slice(paragraph.lastIndexOf('。') + 1)

const isNoHeading = (paragraph: string): boolean =>
  paragraph.includes('。') || (paragraph.length > leastCutAlone && paragraph.includes('、'))

/** A noun may well end a paragraph that is one sentence: …は、観測器を増設。 without its 。 Kana do not. */
const endsInWord = (paragraph: string): boolean =>
  paragraph.includes('。')
    ? afterLastSentence(paragraph).length > leastCut && /[\p{Script=Han}\p{Script=Katakana}ー]$/u.test(paragraph)
    : /\p{Script=Hiragana}$/u.test(paragraph)

/** A doubt about each value whose shape no whole value has; the first thing that is odd about it. */
export function shapeNotes(leaves: readonly Evaluated[], placed: ReadonlyMap<string, TestedLeaf>): Note[] {
  return leaves.flatMap(leaf => {
    const place = placed.get(leaf.pointer)
    if (!place || leaf.leaf.kind !== 'printed' || isTold(leaf) || leaf.value === null) return []
    const text = typeof leaf.value === 'string' ? leaf.value : textOf(leaf.leaf.on).trim()
    const why = looks.reduce<Words | undefined>((known, look) => known ?? look(text, place, leaf), undefined)
    const on = printedWhole(leaf)
    if (why === undefined) return []
    const args = { printed: textOf(on), suggestion: null, why }
    return [note('SUSPECT_TEXT', args, { pointer: leaf.pointer, on, severity: 'warning' })]
  })
}

const isTold = ({ notes }: Evaluated): boolean => notes.some(each => each.severity !== 'info')

const opening = '（「『【〔(['
const closing = '）」』】〕)]'

/** A number or letter with the bracket that makes it an enumerator comes after this: 1) ア） 子）. */
const enumerator = /(?:^|[\s、。・])[\p{L}\p{N}]{1,3}$/u

/** Where the brackets of a text do not match: one that closes nothing, or one that is never closed. */
function bracketReason(text: string): Words | undefined {
  const open: string[] = []
  for (const [index, ch] of [...text].entries()) {
    if (opening.includes(ch)) open.push(pairOf(ch))
    else if (closing.includes(ch) && open.pop() !== pairOf(ch)) {
      const isEnumerator =
        open.length === 0 && ')）'.includes(ch) && enumerator.test([...text].slice(0, index).join(''))
      if (!isEnumerator) return say('BRACKET_UNOPENED')
    }
  }
  return open.length > 0 ? say('BRACKET_UNCLOSED') : undefined
}

/** Wide and narrow brackets are the same. */
const pairOf = (ch: string): string => {
  const at = opening.indexOf(ch) >= 0 ? opening.indexOf(ch) : closing.indexOf(ch)
  return '（「『【〔（〔'.charAt(at)
}

const isOneNumber = (text: string): boolean => bareNumber.test(text) || callNumber.test(text)

/** Whether a number is on two lines though the first has room for more. */
const isBrokenNumber = ([first, second]: TestedLeaf['grounds']): boolean =>
  first !== undefined && second !== undefined && first.page === second.page && !first.isFull

const smallest = 0.6

/** Whether the first line of a value is set much smaller than the next, and all of it in hiragana. */
function isRuby(text: string, [first, second]: TestedLeaf['grounds']): boolean {
  if (!first?.fontSize || !second?.fontSize || first.fontSize > smallest * second.fontSize) return false
  return /^\p{Script=Hiragana}+(?:\n|$)/u.test(text)
}
