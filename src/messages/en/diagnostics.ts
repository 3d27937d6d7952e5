import type { DiagnosticArgs } from '../arguments.ts'
import { codePoint, short } from '../short.ts'
import type { Spoken } from '../words.ts'

const list = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join(', '))

/** Every sentence of every diagnostic: what was found, then what to do about it. */
export const diagnostics: { readonly [C in keyof DiagnosticArgs]: (args: Spoken<DiagnosticArgs[C]>) => string } = {
  FIELD_UNREADABLE: a =>
    `${a.field} is printed as "${short(a.printed)}", which is not ${a.expected}; the value is null: check the page`,
  FIELD_AMBIGUOUS: a =>
    `${a.field} can be read in ${a.candidates.length > 1 ? `${a.candidates.length} ways (${a.candidates.map(short).join(' | ')})` : 'more than one way'}: ${a.why}; the value is null: choose by the page`,
  CHOICE_NONE: a => `${a.field}: none of its options is marked (${list(a.options)}); check the page`,
  CHOICE_SEVERAL: a =>
    `${a.field}: several options are marked (${list(a.chosen)}) where one is allowed; check the page`,
  SUM_MISMATCH: a => `${a.what}: the parts give ${a.expected}, but ${a.actual} is printed; check both on the page`,
  PERCENT_MISMATCH: a => `${a.what}: the numbers give ${a.expected}, the text says ${a.actual}; check both on the page`,
  ERA_MISMATCH: a =>
    `"${short(a.printed)}": the Japanese year is ${a.japanese}, the western year beside it ${a.western}; check the page`,
  SEQUENCE_GAP: a => `${a.what}: expected ${a.expected}, found ${a.actual}; look for what is missing or read twice`,
  FOOTNOTE_UNMATCHED: a =>
    a.side === 'text'
      ? `footnote ${a.no} is marked in the text but not explained; look for it among the explanations`
      : `footnote ${a.no} is explained but not marked in the text; look for its mark`,
  ENUMERATOR_LOOKALIKE: a =>
    `"${a.printed}" is printed where the series has "${a.read}" and is read as that; check the page`,
  EDITION_UNKNOWN: a =>
    a.unexpected.length === 0
      ? `the form lacks ${a.missing.length === 1 ? 'a label' : 'labels'} of its closest edition ${a.closest} (missing: ${list(a.missing)}); check whether another field holds the value beside ${a.missing.length === 1 ? 'it' : 'them'}`
      : a.missing.length === 0
        ? `the form has labels that its closest edition ${a.closest} lacks (new: ${list(a.unexpected)}); what no field takes is in "other"`
        : `the form is of no known edition; closest is ${a.closest} (labels missing: ${list(a.missing)}; new: ${list(a.unexpected)}); check every value`,
  LABEL_UNKNOWN: a => `the label "${short(a.label)}" is not known; its value is in "other"`,
  TEXT_UNCLAIMED: a =>
    a.isApart
      ? `"${short(a.text)}"${a.lines > 1 ? ` and the ${a.lines - 1} lines after it belong` : ' belongs'} to no field, apart from all values`
      : `"${short(a.text)}"${a.times > 1 ? ` (printed ${a.times} times)` : ''} belongs to no field; check whether a value lacks it`,
  COUNT_MISMATCH: a => `${a.what}: the text says ${a.expected}, the document lists ${a.actual}`,
  SEAM_SUSPECT: a =>
    `"${short(a.printed)}" was joined over a cut line; probably "${short(a.suggestion)}" is meant: check the page`,
  SUSPECT_TEXT: a =>
    `"${short(a.printed)}" looks misread (${a.why})${a.suggestion === null ? '' : `; perhaps "${short(a.suggestion)}"`}: check the page`,
  DECISION_STALE: a => `a decision by hand is not applied: ${a.why}`,
  TEXT_CUT: a =>
    a.rest === null
      ? `"${short(a.printed)}" is cut off: the page does not show all of it, nor does the file hold more: look for it elsewhere`
      : `"${short(a.printed)}" is cut off: the page does not show "${short(a.rest)}", which is in the file: add it if it belongs there`,
  DITTO: a => `"${a.printed}" is printed for the value above it`,
  HIDDEN_TEXT: a => `"${short(a.text)}" is in the file and not seen on page ${a.page}: it is part of no value`,
  NO_RECORDS: a => `${a.form} is printed blank: nothing is filled in, so it gives no record`,
  CHARACTER_REPLACED: a =>
    a.by === null
      ? `CP932 has no "${a.character}" (${codePoint(a.character)}): 〓 stands for it under ${a.table.name}.${a.column.name}; every character is in UTF-8 output`
      : `CP932 has no "${a.character}" (${codePoint(a.character)}): "${a.by}" stands for it under ${a.table.name}.${a.column.name}`,
  ARRANGEMENT_DOUBTED: a => `${a.what}; values may stand under the wrong heading: check them on the page`,
  FILE_REPAIRED: a =>
    `the PDF is not as it was written: ${a.what}; everything its pages need was found nevertheless: check some values, or download the file again`,
}
