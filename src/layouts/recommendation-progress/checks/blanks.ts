import { type Note, note } from '../../../diagnostics/codes.ts'
import type { Progress } from './series.ts'

/** Every row of the form has a category and a department; where none was read, the cell is merged, cut or lost. */
export function* blanks({ header, records }: Progress): Generator<Note> {
  const options = header.categories.flatMap(category => category.name ?? [])
  for (const [index, { category, departments, action }] of records.entries()) {
    const at = `/records/${index}`
    if (category === null)
      yield note(
        'CHOICE_NONE',
        { field: '取組区分', options },
        { pointer: `${at}/category`, expected: options, actual: null },
      )
    if (departments.length === 0) yield missing('担当部', 'a department', `${at}/departments`)
    if (action === null) yield missing('取組内容', 'an action', `${at}/action`, 'info')
  }
}

function missing(what: string, expected: string, pointer: string, severity?: 'info'): Note {
  const args = { what, expected, actual: 'an empty cell' }
  return note('SEQUENCE_GAP', args, { pointer, expected, actual: null, ...(severity ? { severity } : {}) })
}

/** A text can begin with none of these: what stood before it is lost, or the character is misread. */
const impossibleStart = /^[。、，．,.)）」』】ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/u

export function* starts({ records }: Progress): Generator<Note> {
  for (const [index, { action, progress, selfEvaluation, nextActions }] of records.entries())
    for (const [field, texts] of Object.entries({ action: [action], progress, selfEvaluation, nextActions }))
      for (const [item, text] of texts.entries())
        if (text !== null && impossibleStart.test(text)) {
          const pointer = `/records/${index}/${field === 'action' ? field : `${field}/${item}`}`
          const args = { printed: text, suggestion: null, why: `it begins with ${text.charAt(0)}` }
          yield note('SUSPECT_TEXT', args, { pointer, actual: text })
        }
}
