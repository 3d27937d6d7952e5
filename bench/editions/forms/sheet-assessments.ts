import { type Cell, cell, type Table } from '../print/model.ts'
import type { Values } from '../words/sheet-values.ts'
import { labelCell, plainHead, type Style } from './sheet-style.ts'

/** Items with their grades and reasons; the question stands in its item's cell or in a column of its own. */
export function assessmentTable({ assessments }: Values, style: Style): Table {
  const { hasQuestionColumn: apart, hasTwoGrades: two } = style
  const heads = ['項目', ...(apart ? ['設問'] : []), ...(two ? ['前回判定', '今回判定'] : ['判定']), '理由']
  const rows = assessments.map(({ item, question, grade, reason }): Cell[] => [
    apart ? labelCell(item, style) : labelCell(`${item}\n（${question}）`, style),
    ...(apart ? [cell(question)] : []),
    ...(two ? [cell('Ｓ')] : []),
    cell(grade),
    cell(reason),
  ])
  return {
    kind: 'table',
    widths: [20, ...(apart ? [16] : []), ...(two ? [8, 8] : [8]), 60],
    rows: [heads.map(text => plainHead(text, style)), ...rows],
    heads: 1,
    rules: style.rules,
    cuts: true,
  }
}
