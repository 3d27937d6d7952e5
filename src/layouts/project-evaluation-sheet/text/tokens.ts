import type { Line } from '../../../document/model.ts'
import { fold, isBlank, type Printed, textOf, trim } from '../../../document/printed.ts'
import { endsSentence } from '../../../document/prose/sentences.ts'
import { isChosenMark } from '../../../normalise/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { type LabelBook, sectionWords } from '../words/book.ts'
import { title } from '../words/form.ts'
import { markedOptions } from '../words/marks.ts'
import { numbersOf } from '../words/numbers.ts'
import { periodsOf } from '../words/periods.ts'
import { inlineLabels, type LinePart, labelsOver } from './label-lines.ts'
import type { Token } from './token.ts'

/** The lines of a sheet as tokens, in the order of the source. */
export function tokensOf(book: LabelBook, lines: readonly Line[]): Token[] {
  const tokens: Token[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index] as Line
    const labelled = isCutUnit(tokens, line) ? undefined : labelsOver(book, lines, index)
    tokens.push(...(labelled?.tokens ?? (goesOn(tokens, line) ? textTokens(book, line) : lineTokens(book, line))))
    index += labelled?.lines ?? 1
  }
  return tokens
}

/** …：１８⏎千円: the unit of the number that the line above ends with, no word of the form. */
function isCutUnit(tokens: readonly Token[], line: Line): boolean {
  const before = tokens.at(-1)
  const isBelow = line.gap === 0 && before?.kind === 'text'
  return isBelow && unitWords.has(compact(textOf(line.on))) && /\d$/u.test(textOf(fold(before.on)))
}

/** A line that goes on with the text above it, up to a label inside it. */
function textTokens(book: LabelBook, line: Line): Token[] {
  const [first, ...others] = inlineLabels(book, line.on)
  const start = first && !first.label ? first.on : undefined
  if (!start || isBlank(start)) return [{ kind: 'text', on: line.on, line }]
  return [{ kind: 'text', on: trim(start), line }, ...partTokens(others, line)]
}

const oneNumberWithUnit = /^(?:[\d,.]*\d|[,.])[^\d\s]+$/u
const unfinished = /[\d：、，．]$/u

/**
 * A number that a line break cut off its sentence is text, no value: 就職件数：⏎４，０８６人, ７，１０⏎０千円. A name of an indicator
 * is no sentence: what is below it may be its first value.
 */
function goesOn(tokens: readonly Token[], line: Line): boolean {
  const [name, before] = tokens.slice(-2)
  if (line.gap > 0 || before?.kind !== 'text' || (name?.kind === 'label' && name.label.kind === 'name')) return false
  const text = textOf(fold(line.on))
  const [last, isNumber] = [textOf(fold(before.on)), oneNumberWithUnit.test(text) || unitWords.has(text)]
  if (isNumber) return !endsSentence(last)
  return unfinished.test(last) && !line.on.pieces.some(piece => isChosenMark(piece.text.charAt(0)))
}

/** The tokens of one line that is no label as a whole: labels inside it, and what is between them. */
function lineTokens(book: LabelBook, line: Line): Token[] {
  return partTokens(inlineLabels(book, line.on), line)
}

function partTokens(parts: readonly LinePart[], line: Line): Token[] {
  return parts.flatMap(({ on, label }): Token[] => {
    const part = trim(on)
    if (textOf(part) === '') return []
    return [label ? { kind: 'label', label, on: part, line } : plainToken(part, line)]
  })
}

const unitWords = new Set(['千', '円', '千円'])
const yearLine = /^(?:明治|大正|昭和|平成|令和|[MTSHR])?\s*(?:(?:元|\d{1,4})\s*)?年度$/u
const gradeLine = /^[A-D]$/u

function plainToken(on: Printed, line: Line): Token {
  const text = textOf(fold(on)).trim()
  const word = compact(text)
  if (sectionWords.has(word)) return { kind: 'section', on, line }
  if (word === title) return { kind: 'title', on, line }
  if (unitWords.has(word)) return { kind: 'unit', on, line }
  if (gradeLine.test(text)) return { kind: 'grade', on, line }
  if (yearLine.test(text)) return { kind: 'year', on, line }
  const numbers = numbersOf(on)
  if (numbers) return { kind: 'numbers', numbers, on, line }
  const periods = periodsOf(on)
  if (periods) return { kind: 'periods', periods, on, line }
  const options = markedOptions(on)
  return options ? { kind: 'marks', options, on, line } : { kind: 'text', on, line }
}
