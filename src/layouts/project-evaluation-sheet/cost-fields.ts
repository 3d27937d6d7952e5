import type { Leaf } from '../kit/leaves.ts'

/** The amounts of one column of 事業費, in the order of the form. */
export const costFields = [
  'projectCostThousandYen',
  'specificRevenueThousandYen',
  'staffFte',
  'personnelCostThousandYen',
  'totalThousandYen',
] as const

export type CostField = (typeof costFields)[number]

/** A leaf for each amount of a column. */
export const costLeaves = (leafOf: (field: CostField) => Leaf): { [F in CostField]: Leaf } =>
  Object.fromEntries(costFields.map(field => [field, leafOf(field)])) as { [F in CostField]: Leaf }
