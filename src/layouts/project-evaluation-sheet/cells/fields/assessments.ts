import { concat, fold, match, type Printed, textOf } from '../../../../document/printed.ts'
import { joinCell } from '../../../../document/prose/prose.ts'
import { joinCut } from '../../../../document/table/cut-rows.ts'
import { mark } from '../../../kit/claims.ts'
import type { In } from '../../../kit/fields.ts'
import { absent, blank, type Leaf, printed } from '../../../kit/leaves.ts'
import type { RecordShape } from '../../record.ts'
import { labelFurniture } from '../../words/book.ts'
import { type FormCell, sharesColumn } from '../grid.ts'
import { isHeadWord } from '../labels/new-heads.ts'
import { cellProse, type Form } from '../read.ts'

type Assessment = In<RecordShape>['assessments'][number]

/** The columns of the assessments; of two grades the one of this time. */
interface Heads {
  readonly item: FormCell
  readonly question: FormCell | undefined
  readonly grade: FormCell
  readonly reason: FormCell
}

const gradeOfNow = /^今回(?:の)?(?:判定|評価)$/u

/** The heads of a list of assessments, or of its part on a page that prints them again. */
function headsAt(form: Form, item: FormCell): Heads | undefined {
  const row = form.cells.filter(cell => cell.row === item.row && cell.column >= item.columnTo)
  const reason = row.find(({ label }) => label?.printed === '理由')
  const grade = row.find(({ label }) => label?.printed === '判定') ?? row.find(({ word }) => gradeOfNow.test(word))
  const question = grade && row.find(cell => cell.columnTo <= grade.column && isQuestionHead(cell))
  return grade && reason && { item, question, grade, reason }
}

/** 設問, 視点, in whatever words, but the grade of another time. */
const isQuestionHead = (cell: FormCell): boolean => isHeadWord(cell) && !/判定|評価$/u.test(cell.word)

/** The rows below each 項目｜判定｜理由, as a further page may print it again, inside a row too. */
export function assessments(form: Form): Assessment[] {
  const rows: Row[] = []
  for (const item of form.cells.filter(cell => cell.label?.printed === '項目')) {
    const heads = headsAt(form, item)
    const [first, ...more] = heads ? rowsBelow(form, heads) : []
    const above = rows.at(-1)
    if (first && above && isRest(first)) rows[rows.length - 1] = joined(form, above, first)
    else if (first) rows.push(first)
    rows.push(...more)
  }
  return rows.map(row => assessment(form, row))
}

/** The cells of a row by their heads. */
type Row = { readonly [Head in 'item' | 'grade' | 'reason' | 'question']: FormCell | undefined }

/** The rows below some heads, up to the next label of the form. */
function rowsBelow(form: Form, heads: Heads): Row[] {
  takeHeads(form, heads)
  const { item } = heads
  const below = form.cells.filter(cell => cell.top === item.top && cell.row > item.row)
  const end = Math.min(...below.filter(cell => cell.label && sharesColumn(cell, item)).map(cell => cell.row))
  const numbers = [...new Set(below.filter(cell => cell.row < end).map(cell => cell.row))]
  const rows = numbers.map((row): Row => {
    const at = (head: FormCell | undefined) => head && below.find(cell => cell.row === row && sharesColumn(cell, head))
    return { item: at(item), grade: at(heads.grade), reason: at(heads.reason), question: at(heads.question) }
  })
  const ends = rows.findIndex(isAcross)
  return rows.slice(0, ends < 0 ? undefined : ends)
}

/** Without a grade or an item of its own, the first row of a page is the rest of the row above. */
const isRest = ({ item, grade }: Row): boolean => !grade && !(item && questioned.test(textOf(fold(item.words))))

function joined(form: Form, above: Row, below: Row): Row {
  const whole = (one: FormCell | undefined, other: FormCell | undefined): FormCell | undefined => {
    if (!one || !other) return one ?? other
    const lines = joinCut([one.lines, other.lines])
    for (const part of [one, other]) form.used.add(part)
    return { ...one, lines, on: concat(one.on, other.on), words: joinCell(lines) }
  }
  return {
    item: whole(above.item, below.item),
    grade: above.grade,
    reason: whole(above.reason, below.reason),
    question: whole(above.question, below.question),
  }
}

/** Heads that are no labels of the form are its words here. */
function takeHeads(form: Form, { question, grade }: Heads): void {
  for (const cell of [question, grade])
    if (cell && !cell.label) {
      form.used.add(cell)
      form.furniture.push({ on: cell.on, as: 'label' })
    }
}

/** 課題と改善策｜the text across both columns: no row of the table, but a label below it that is not known. */
const isAcross = ({ item, grade, reason }: Row): boolean => grade !== undefined && (grade === reason || grade === item)

function assessment(form: Form, { item, grade, reason, question }: Row): Assessment {
  for (const cell of [item, grade, reason, question]) if (cell) form.used.add(cell)
  const head = item ? itemLeaves(form, item.words) : { item: blank(), question: absent }
  return {
    ...head,
    ...(question ? { question: printed(question.words) } : {}),
    grade: grade ? printed(grade.words) : blank(),
    reason: reason ? printed(cellProse(form, reason.lines)) : blank(),
  }
}

const questioned = /^(?<item>[^（(]*?[^（(\s])\s*(?<open>[（(])(?<question>.*)(?<close>[）)][：:]?)\s*$/dsu

/** 事業の成果⏎（目的をどの程度達成できたか）: the brackets enclose the question; a colon may follow, as behind any label. */
function itemLeaves(form: Form, on: Printed): { item: Leaf; question: Leaf } {
  const groups = match(on, questioned)?.groups
  if (!groups?.item || !groups.question) {
    const [own = { on }, ...colon] = labelFurniture(on)
    form.furniture.push(...colon)
    return { item: printed(own.on), question: absent }
  }
  for (const bracket of [groups.open, groups.close]) if (bracket) form.furniture.push(mark(bracket))
  return { item: printed(groups.item), question: printed(groups.question) }
}
