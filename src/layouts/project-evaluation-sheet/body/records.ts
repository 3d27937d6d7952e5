import { fold, match } from '../../../document/printed.ts'
import { type In, isField, isList, isMaybe, type Shape } from '../../kit/fields.ts'
import { absent, type Leaf, printed } from '../../kit/leaves.ts'
import { type RecordShape, record } from '../record.ts'
import { form } from '../words/form.ts'
import type { Label } from '../words/rows.ts'
import type { Coded, Source } from './source.ts'

/** Every field of the record but `other`, which holds what no field took. */
export type Body = Omit<In<RecordShape>, 'other'>

const { projectCode, account, department, measures, targets, ...lists } = record
const { costs, costBreakdowns, indicators, assessments, other, ...plain } = lists

/** The leaves of every field of the record, each asked of the source as the form says. */
export const sheetBody = (source: Source): Body => ({
  ...(leavesOf(plain, path => plainLeaf(source, path)) as In<typeof plain>),
  account: source.coded('account') ?? { code: absent, name: absent },
  projectCode: source.code('projectCode'),
  department: departmentOf(source),
  measures: { main: source.coded('measures.main') ?? source.coded('measures'), sub: source.coded('measures.sub') },
  targets: source.targets(),
  costs: source.costs(),
  costBreakdowns: source.costBreakdowns(),
  indicators: source.indicators(),
  assessments: source.assessments(),
})

/** 所属コード｜32710｜経済観光局 …, or 所属｜総）広報部 … where the form has no code. */
function departmentOf(source: Source): Coded {
  const { code, name } = source.coded('department.code') ?? { code: absent, name: absent }
  if (code.kind !== 'absent' || name.kind !== 'absent')
    return { code, name: name.kind === 'absent' ? source.one('department.name') : name }
  const whole = source.one('department.name')
  // 評価担当課｜32710 経済観光局 …: with no label of its own the unit is beside that of the section.
  if (whole.kind === 'absent') return source.coded('department') ?? { code, name: whole }
  const both = whole.kind === 'printed' ? match(fold(whole.on), /^\s*(?<code>\d{4,6})\s*(?<name>\D.*)$/dsu)?.groups : {}
  return both?.code && both.name ? { code: printed(both.code), name: printed(both.name) } : { code, name: whole }
}

/** A shape with a leaf for each of its fields, which is named by its path: `purpose.shortTerm`. */
function leavesOf(shape: Shape, leafAt: (path: string) => Leaf, path = ''): unknown {
  if (isField(shape)) return leafAt(path)
  if (isList(shape) || isMaybe(shape))
    throw new Error(`${path}: a list, or what may be missing, has no leaf of its own`)
  const parts = Object.entries(shape as { readonly [key: string]: Shape })
  return Object.fromEntries(
    parts.map(([key, part]) => [key, leavesOf(part, leafAt, path === '' ? key : `${path}.${key}`)]),
  )
}

const kinds: ReadonlyMap<string, Label['kind']> = new Map(
  form.labels.flatMap(({ kind, field, choices }) => [
    ...(field === undefined ? [] : [[field, kind] as const]),
    ...choices.map(choice => [choice.field, 'choice'] as const),
  ]),
)

function plainLeaf(source: Source, path: string): Leaf {
  const kind = kinds.get(path)
  if (kind === 'prose') return source.text(path)
  if (kind === 'choice') return source.choice(path)
  if (kind === 'saving') return source.saving(path)
  return kind === 'head' || kind === 'year' ? source.one(path) : absent
}
