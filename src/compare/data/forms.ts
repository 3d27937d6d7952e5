/** How the documents of a form are compared: what tells their records apart, and what each table below a record holds. */
export interface FormRules {
  readonly layout: string
  /** The table with a row for each thing that is paired. */
  readonly main: string
  /** Columns by which records are paired, the surest first: what one leaves over is paired by the next. */
  readonly keys: readonly (readonly [string, ...string[]])[]
  /** Rows with the same cells under these columns are lines of one text. */
  readonly lines?: { readonly of: readonly string[]; readonly text: string }
  /** The year of a record, where records of several years may come together. */
  readonly year?: string
  /** What a record is called. */
  readonly name: string
  /** The departments that it belongs to. */
  readonly departments: readonly string[]
  /** Columns that say which time a document is about, which is another one each time. */
  readonly periods: readonly string[]
  readonly choices: readonly string[]
  readonly children: readonly ChildRules[]
}

/** How the rows of a table below a record are compared. */
export interface ChildRules {
  readonly table: string
  /** Only the rows whose cell in a column is one of these. */
  readonly only?: { readonly column: string; readonly among: readonly string[] }
  /** Columns that say what a row is about; the first that is a word of the form, where `isLabelled`, comes and goes with the form. */
  readonly about: readonly string[]
  /** The column of the words that the form itself prints. */
  readonly label?: string
  /** Rows are figures of years: the same year in two releases must agree. */
  readonly yearly?: { readonly year: string; readonly series: readonly string[]; readonly isLatestCompared: boolean }
  /** The values; of a list of columns the first that both rows have. */
  readonly values: readonly (readonly [string, ...string[]])[]
  /** The rows about one thing are lines of one text. */
  readonly isList?: true
  readonly choices?: readonly string[]
  readonly areDepartments?: true
}

const costs: ChildRules = {
  table: 'project_costs',
  about: [],
  yearly: { year: 'fiscal_year', series: ['kind'], isLatestCompared: true },
  values: [
    ['project_cost_thousand_yen'],
    ['specific_revenue_thousand_yen'],
    ['staff_fte'],
    ['personnel_cost_thousand_yen'],
    ['total_thousand_yen'],
  ],
}

const itemYear = { year: 'breakdown_fiscal_year', series: ['breakdown_kind'] }

const sheets: FormRules = {
  layout: 'project-evaluation-sheet',
  main: 'projects',
  keys: [
    ['account_code', 'project_code'],
    ['account_code', 'project_name'],
  ],
  year: 'fiscal_year',
  name: 'project_name',
  departments: ['department_code', 'department_name'],
  periods: ['fiscal_year'],
  choices: [
    'nature_expense',
    'nature_category',
    'term',
    'execution',
    'previous_grade',
    'current_grade',
    'next_year_project_direction',
    'next_year_budget_direction',
  ],
  children: [
    costs,
    {
      table: 'project_cost_items',
      only: { column: 'kind', among: ['item'] },
      about: ['label'],
      yearly: { ...itemYear, isLatestCompared: true },
      values: [['amount_thousand_yen']],
    },
    {
      table: 'project_cost_items',
      only: { column: 'kind', among: ['text'] },
      about: [],
      yearly: { ...itemYear, isLatestCompared: false },
      values: [['text']],
    },
    {
      table: 'project_indicators',
      about: ['indicator_kind', 'indicator_name'],
      yearly: { year: 'fiscal_year', series: ['value_kind'], isLatestCompared: true },
      values: [['value', 'text']],
    },
    {
      table: 'project_assessments',
      about: ['item'],
      label: 'item',
      values: [['grade'], ['reason']],
      choices: ['grade'],
    },
    {
      table: 'project_fields',
      only: { column: 'kind', among: ['target', 'other'] },
      about: ['kind', 'label'],
      label: 'label',
      values: [['value']],
      isList: true,
      choices: ['value'],
    },
    {
      table: 'project_fields',
      only: { column: 'kind', among: ['participation_conducted', 'participation_reflected'] },
      about: ['kind'],
      values: [['value']],
      isList: true,
    },
  ],
}

const findings: FormRules = {
  layout: 'finding-table',
  main: 'findings',
  keys: [['no', 'project'], ['project']],
  year: 'committee_fiscal_year',
  name: 'project',
  departments: ['bureaus', 'divisions'],
  periods: ['committee_fiscal_year'],
  choices: ['timing_category'],
  children: [{ table: 'finding_fields', about: ['label'], label: 'label', values: [['value']], isList: true }],
}

const plans: FormRules = {
  layout: 'action-plan-progress',
  main: 'plan_initiatives',
  keys: [
    ['section_no', 'no'],
    ['section_title', 'title'],
  ],
  name: 'title',
  departments: [],
  periods: ['plan', 'progress_from', 'progress_to', 'outlook_from'],
  choices: [],
  children: [
    {
      table: 'plan_points',
      only: { column: 'kind', among: ['box'] },
      about: ['box_title'],
      values: [['text']],
      isList: true,
    },
  ],
}

const recommendations: FormRules = {
  layout: 'recommendation-progress',
  main: 'recommendation_actions',
  keys: [
    ['label', 'policy_code', 'action'],
    ['label', 'policy_code'],
  ],
  name: 'action',
  departments: [],
  periods: [
    'printed_page',
    'progress_from_fiscal_year',
    'progress_from_half',
    'progress_to_fiscal_year',
    'progress_to_half',
    'next_fiscal_year',
    'next_half',
  ],
  choices: ['category'],
  children: [
    {
      table: 'recommendation_departments',
      about: [],
      values: [['bureau'], ['division']],
      isList: true,
      areDepartments: true,
    },
    { table: 'recommendation_fields', about: ['label'], label: 'label', values: [['value']], isList: true },
  ],
}

const measures: FormRules = {
  layout: 'ict-strategy-chapter',
  main: 'ict_measures',
  keys: [['code', 'name'], ['name'], ['code']],
  name: 'name',
  departments: [],
  periods: [],
  choices: [],
  children: [
    { table: 'ict_needs', about: ['topic'], values: [['item']], isList: true },
    { table: 'ict_initiatives', about: ['title'], values: [['is_new'], ['description']], choices: ['is_new'] },
    { table: 'ict_outcomes', about: ['spread'], values: [['text']], isList: true },
  ],
}

const glossary: FormRules = {
  layout: 'ict-strategy-chapter',
  main: 'ict_glossary',
  keys: [['term']],
  name: 'term',
  departments: [],
  periods: ['no'],
  choices: [],
  children: [],
}

const sidebars: FormRules = {
  layout: 'ict-strategy-chapter',
  main: 'ict_sidebars',
  keys: [['sidebar_title', 'kind']],
  lines: { of: ['document_no', 'sidebar_title', 'kind'], text: 'text' },
  name: 'sidebar_title',
  departments: [],
  periods: ['no', 'table_title'],
  choices: [],
  children: [],
}

/** The rules of every form. */
export const formRules: readonly FormRules[] = [findings, plans, sheets, measures, glossary, sidebars, recommendations]
