/** A long table of a panel: of which table, which columns tell its figures apart, and which hold them. */
export interface Measure {
  readonly name: string
  readonly ja: string
  /** The table of each release that the figures stand in. */
  readonly table: string
  /** Only the rows of this kind. */
  readonly only?: { readonly column: string; readonly is: string }
  /** Columns that say what of a project a figure is. */
  readonly about: readonly string[]
  readonly year: string
  readonly series: string
  readonly values: readonly string[]
  /** The column of the figure as it is printed, where it may be none. */
  readonly text?: string
}

/** The panels of the evaluation sheets. */
export const measures: readonly Measure[] = [
  {
    name: 'history_costs',
    ja: '事業費の推移',
    table: 'project_costs',
    about: [],
    year: 'fiscal_year',
    series: 'kind',
    values: ['project_cost_thousand_yen', 'specific_revenue_thousand_yen', 'total_thousand_yen'],
  },
  {
    name: 'history_personnel',
    ja: '人件費の推移',
    table: 'project_costs',
    about: [],
    year: 'fiscal_year',
    series: 'kind',
    values: ['staff_fte', 'personnel_cost_thousand_yen'],
  },
  {
    name: 'history_items',
    ja: '事業費の内訳の推移',
    table: 'project_cost_items',
    only: { column: 'kind', is: 'item' },
    about: ['label'],
    year: 'breakdown_fiscal_year',
    series: 'breakdown_kind',
    values: ['amount_thousand_yen'],
  },
  {
    name: 'history_indicators',
    ja: '指標の推移',
    table: 'project_indicators',
    about: ['indicator_kind', 'indicator_name'],
    year: 'fiscal_year',
    series: 'value_kind',
    values: ['value'],
    text: 'text',
  },
]
