import type { Cell } from '../../walks/tables/columns.ts'
import type { ReleaseTable } from './table.ts'

/**
 * Whether an error or warning that nobody has settled points at the value of a column in a record, at one of them where the record has
 * several in a list, or at what holds it. Pointers are known by their paths: /records/0/costs/2/kind is costs[].kind.
 */
export function doubtsIn(diagnostics: ReleaseTable | undefined): Doubts {
  const doubted = new Map<string, Set<string>>()
  const of = reader(diagnostics)
  for (const row of diagnostics?.rows ?? []) {
    const pointer = of(row, 'pointer')
    if (of(row, 'severity') === 'info' || typeof pointer !== 'string') continue
    const { recordNo, path } = pathOf(pointer)
    const key = placeOf(of(row, 'document_no'), recordNo)
    doubted.set(key, (doubted.get(key) ?? new Set()).add(path))
  }
  return (documentNo, recordNo, paths) => {
    const inRecord = doubted.get(placeOf(documentNo, recordNo))
    const inDocument = doubted.get(placeOf(documentNo, null))
    return paths.flatMap(holdersOf).some(path => inRecord?.has(path) === true || inDocument?.has(path) === true)
  }
}

type Doubts = (documentNo: Cell, recordNo: Cell, paths: readonly string[]) => boolean

const placeOf = (documentNo: Cell, recordNo: Cell): string => `${documentNo}/${recordNo ?? ''}`

function reader(table: ReleaseTable | undefined): (row: readonly Cell[], column: string) => Cell {
  const at = new Map(table?.head.columns.map(({ name }, index) => [name, index]))
  return (row, column) => row[at.get(column) ?? -1] ?? null
}

function pathOf(pointer: string): { readonly recordNo: number | null; readonly path: string } {
  const record = /^\/records\/(?<index>\d+)(?<rest>(?:\/.*)?)$/u.exec(pointer)?.groups
  const path = (record?.rest ?? pointer)
    .replace(/\/\d+(?=\/|$)/gu, '[]')
    .replace(/^\//u, '')
    .replaceAll('/', '.')
  return { recordNo: record ? Number(record.index) + 1 : null, path }
}

/** `costs[].kind`, `costs[]`, `costs`, and the whole. */
function holdersOf(path: string): string[] {
  const holders = ['']
  for (const { index, 0: mark } of path.matchAll(/\[\]|\./gu)) {
    holders.push(path.slice(0, index))
    if (mark === '[]') holders.push(path.slice(0, index + 2))
  }
  return [...holders, path]
}
