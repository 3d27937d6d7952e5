import type { Leaf } from '../../kit/leaves.ts'
import { record } from '../record.ts'
import type { Label } from './rows.ts'

const { fiscalYear: _, kind: __, ...amounts } = record.costs[0]

export type CostField = keyof typeof amounts

/** The amounts of one column of 事業費, in the order of the form. */
export const costFields = Object.keys(amounts) as CostField[]

/** A leaf for each amount of a column. */
export const costLeaves = (leafOf: (field: CostField) => Leaf): { [F in CostField]: Leaf } =>
  Object.fromEntries(costFields.map(field => [field, leafOf(field)])) as { [F in CostField]: Leaf }

/** The amount whose row a label begins; undefined for any other label. */
export const costFieldOf = ({ kind, field }: Label): CostField | undefined =>
  kind === 'amounts' ? costFields.find(each => field === `costs.${each}`) : undefined

/** Those that are counted in 千円. */
export const moneyFields: readonly CostField[] = costFields.filter(field => amounts[field].unit === '千円')
