import { match, type Printed } from '../../../../document/printed.ts'
import { mark } from '../../../kit/claims.ts'
import type { In } from '../../../kit/fields.ts'
import { absent, blank, type Leaf, printed } from '../../../kit/leaves.ts'
import type { RecordShape } from '../../record.ts'
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

/** The rows below each 項目｜判定｜理由, as a further page may print it again. */
export const assessments = (form: Form): Assessment[] =>
  form.cells
    .filter(cell => cell.label?.printed === '項目')
    .flatMap(item => {
      const heads = headsAt(form, item)
      return heads ? assessmentsBelow(form, heads) : []
    })

/** The rows below some heads, up to the next label of the form. */
function assessmentsBelow(form: Form, heads: Heads): Assessment[] {
  takeHeads(form, heads)
  const { item } = heads
  const below = form.cells.filter(cell => cell.top === item.top && cell.row > item.row)
  const end = Math.min(...below.filter(cell => cell.label && sharesColumn(cell, item)).map(cell => cell.row))
  const rows = [...new Set(below.filter(cell => cell.row < end).map(cell => cell.row))]
  const inColumns = rows.map(row => {
    const at = (head: FormCell) => below.find(cell => cell.row === row && sharesColumn(cell, head))
    return [at(item), at(heads.grade), at(heads.reason), heads.question && at(heads.question)] as const
  })
  const ends = inColumns.findIndex(isAcross)
  return inColumns.slice(0, ends < 0 ? undefined : ends).map(cells => assessment(form, ...cells))
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
const isAcross = ([item, grade, reason]: readonly (FormCell | undefined)[]): boolean =>
  grade !== undefined && (grade === reason || grade === item)

function assessment(form: Form, item?: FormCell, grade?: FormCell, reason?: FormCell, question?: FormCell): Assessment {
  for (const cell of [item, grade, reason, question]) if (cell) form.used.add(cell)
  const head = item ? itemLeaves(form, item.words) : { item: blank(), question: absent }
  return {
    ...head,
    ...(question ? { question: printed(question.words) } : {}),
    grade: grade ? printed(grade.words) : blank(),
    reason: reason ? printed(cellProse(form, reason.lines)) : blank(),
  }
}

/** 事業の成果⏎（目的をどの程度達成できたか）: the brackets enclose the question; a colon may follow, as behind any label. */
function itemLeaves(form: Form, on: Printed): { item: Leaf; question: Leaf } {
  const groups = match(
    on,
    /^(?<item>[^（(]*?[^（(\s])\s*(?<open>[（(])(?<question>.*)(?<close>[）)][：:]?)\s*$/dsu,
  )?.groups
  if (!groups?.item || !groups.question) return { item: printed(on), question: absent }
  for (const bracket of [groups.open, groups.close]) if (bracket) form.furniture.push(mark(bracket))
  return { item: printed(groups.item), question: printed(groups.question) }
}
