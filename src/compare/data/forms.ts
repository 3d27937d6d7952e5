import type { ChildRules, FormRules } from './rules.ts'

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
