import { type Form, headerOf } from './columns.ts'
import { planTables } from './table-rows.ts'

/** In which column of which table the values of documents are. */
export interface Fields {
  /** `project_costs.total_thousand_yen` for a pointer; the name of the table alone where a row as a whole is meant, null where no table has it. */
  readonly at: (layout: string, pointer: string | null) => string | null
  /** What each of them is called in Japanese: 事業費／計（千円）. */
  readonly titles: { readonly [field: string]: string }
}

export function fieldsOf(forms: readonly Form[]): Fields {
  const byLayout = new Map<string, ReadonlyMap<string, string>>()
  const titles: { [field: string]: string } = {}
  for (const form of forms) {
    const known = new Map<string, string>()
    const add = (path: string, field: string) => known.set(path, known.get(path) ?? field)
    for (const { name, ja, columns } of planTables(form)) {
      titles[name] = ja
      for (const column of columns)
        for (const path of column.paths) {
          add(path, `${name}.${column.name}`)
          titles[`${name}.${column.name}`] = `${ja}／${headerOf(column, 'ja')}`
        }
    }
    for (const { name, rows } of form.tables)
      for (const { each } of rows) for (const path of [each, each.replace(/\[\]$/u, '')]) add(path, name)
    byLayout.set(form.id, known)
  }
  return { at: (layout, pointer) => fieldAt(pathOf(pointer ?? ''), byLayout.get(layout)), titles }
}

/** The field of a path, or of the innermost part of the document around it that is one. */
function fieldAt(path: string | null, known: ReadonlyMap<string, string> | undefined): string | null {
  for (let at = path; at !== null; at = parentOf(at)) {
    const field = known?.get(at)
    if (field !== undefined) return field
  }
  return null
}

/** `/records/0/costs/1/kind` as the path `costs[].kind`, `/header/title` as `header.title`; null for the document itself. */
function pathOf(pointer: string): string | null {
  const [, root, ...steps] = pointer.split('/')
  if (root !== 'records' && root !== 'header') return null
  const below = root === 'records' ? steps.slice(1) : [root, ...steps]
  return below.join('.').replace(/(?:^|\.)\d+(?=\.|$)/gu, '[]')
}

/** `costs[].kind`: `costs[]`, `costs`, the record itself; of the header no more than its parts. */
function parentOf(path: string): string | null {
  if (path === '' || path === 'header') return null
  return path.endsWith('[]') ? path.slice(0, -2) : path.replace(/(?:^|\.)[^.[]*$/u, '')
}
