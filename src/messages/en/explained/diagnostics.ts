import type { DiagnosticArgs } from '../../arguments.ts'
import type { Explained } from '../../explanation.ts'

/** What each code of a diagnostic means, an example of it, and what to do. */
export const diagnostics: { readonly [C in keyof DiagnosticArgs]: Explained } = {
  FIELD_UNREADABLE: {
    meaning: 'What is printed is no value of its field. The value is null.',
    example: '"1O,500" stands under 事業費 (千円): a letter among digits.',
    todo: 'Look at the place on the page and enter the value by hand.',
  },
  FIELD_AMBIGUOUS: {
    meaning: 'The print can be read in two ways or more. The value is null.',
    example: 'Three numbers stand in a row of four columns: which column is empty is not to be seen.',
    todo: 'Choose among the candidates by the page. Where the input is a text, give the PDF: it shows the columns.',
  },
  CHOICE_NONE: {
    meaning: 'No option of a choice is marked.',
    example: '○ 法定受託　○ 自治事務, without a filled mark before either.',
    todo: 'Look at the page: the form may be unfinished, or the mark may be a drawing.',
  },
  CHOICE_SEVERAL: {
    meaning: 'Several options are marked where one is allowed.',
    example: '● 継続　● 拡充 under 次年度の方向性.',
    todo: 'Look at the page, and ask who wrote the document where both are printed.',
  },
  SUM_MISMATCH: {
    meaning: 'The parts do not add up to the total that is printed.',
    example: '事業費 1,000 and 人件費 200, but 計 1,500.',
    todo: 'Compare both with the page: either one figure is misread, or the document itself is wrong.',
  },
  PERCENT_MISMATCH: {
    meaning: 'A printed percentage differs from what the figures give.',
    example: '前年比 120%, and the figures give 110%.',
    todo: 'Compare the figures and the percentage with the page.',
  },
  ERA_MISMATCH: {
    meaning: 'A Japanese year and the western year beside it differ.',
    example: '令和4年度（2023年度）.',
    todo: 'Look at the page: which of the two is meant follows from what stands around it.',
  },
  SEQUENCE_GAP: {
    meaning: 'A series of numbers, years or headings has a gap, or one of them twice.',
    example: 'NO 3 is followed by NO 5.',
    todo: 'Look whether something is missing on the page, was read twice, or stands on a page that was not given.',
  },
  FOOTNOTE_UNMATCHED: {
    meaning: 'A footnote mark has no explanation, or an explanation no mark.',
    example: '※3 stands in the text, and the notes end at ※2.',
    todo: 'Look for the other half on the page, or on the next one.',
  },
  ENUMERATOR_LOOKALIKE: {
    meaning: 'A character was read as the mark of a series that looks like it.',
    example: 'After ア, イ and ウ stands 工 (a kanji); it is read as エ.',
    todo: 'Usually nothing. Look at the place where the order of a list matters.',
  },
  EDITION_UNKNOWN: {
    meaning: 'The form is of no edition that is known: labels are missing, or new ones are there.',
    example: 'A sheet with the new label 関連SDGs.',
    todo: 'Look whether what stands beside a new label is in "other"; detect --explain lists the labels.',
  },
  LABEL_UNKNOWN: {
    meaning: 'A label is not known; its value is in "other".',
    example: 'A row 備考 in a form that has none.',
    todo: 'Take the value from "other", or from the table of further fields.',
  },
  TEXT_UNCLAIMED: {
    meaning: 'Text belongs to no field.',
    example: 'A sentence that is printed below the last cell.',
    todo: 'Look whether the value beside it lacks this text. A heading or a remark may be left out.',
  },
  COUNT_MISMATCH: {
    meaning: 'The document names another number of items than it lists.',
    example: '「全52項目」 above a table of 12 rows.',
    todo: 'Usually nothing: often only the main items are listed.',
  },
  SEAM_SUSPECT: {
    meaning: 'Where a line or a page breaks, characters may be lost or doubled.',
    example: '取り組⏎り組む, joined over a page break.',
    todo: 'Compare the joined text with the page.',
  },
  SUSPECT_TEXT: {
    meaning: 'A text looks misread.',
    example: 'サーピス, where サービス is meant.',
    todo: 'Compare the text with the page; the value is left as it is printed.',
  },
  ARRANGEMENT_DOUBTED: {
    meaning: 'Values may stand under the wrong heading.',
    example: 'A heading with nothing below it, beside one with two texts.',
    todo: 'Compare the values named with the page. Where the input is a text, give the PDF.',
  },
  FILE_REPAIRED: {
    meaning: 'The PDF is not as it was written; all its pages need was found.',
    example: 'Its list of objects leads to the wrong places.',
    todo: 'Compare some values, or download the file again.',
  },
  DECISION_STALE: {
    meaning: 'A decision of a person is not applied: the file, or what is read there, has changed.',
    example: 'A file was corrected after it was reviewed.',
    todo: 'Look at the value again and decide anew.',
  },
  NO_RECORDS: {
    meaning: 'The form is blank, and gives no record.',
    example: 'A sheet with labels alone.',
    todo: 'Nothing, where a blank form was given on purpose.',
  },
  TEXT_CUT: {
    meaning: 'A text is cut off on the page; the value holds what is printed.',
    example: 'A sentence that is longer than its cell, or #### for a number.',
    todo: 'Look at "expected": the file may hold the rest.',
  },
  HIDDEN_TEXT: {
    meaning: 'Text is in the file and not seen on the page. It is in no value.',
    example: 'White text on white ground.',
    todo: 'Usually nothing; look whether something is missing on the page.',
  },
  DITTO: {
    meaning: 'A ditto mark was read as the value above it.',
    example: '〃 below 建設局.',
    todo: 'Nothing; the place of both is told.',
  },
  CHARACTER_REPLACED: {
    meaning: 'The encoding of the output lacks a character; another stands for it.',
    example: 'CP932 has no 〜 (U+301C): ～ is written, and 〓 for a character that nothing is like.',
    todo: 'Choose --encoding utf-8-bom, which has every character; --strict-encoding refuses instead.',
  },
}
