import { expect, test } from 'vitest'
import { dictionary } from '../../src/walks/tables/dictionary.ts'
import { doc, form } from './sample.ts'

test('every table of a layout and the common ones, a row a column', () => {
  const text = dictionary([form])
  expect(text).toContain('## 見本の様式（sample-form）')
  expect(text).toContain(
    '### `project_cost_items` 内訳\n\n1行がレコードの中の1項目。主キー: `document_no`, `record_no`, `row_no`\n\n',
  )
  expect(text).toContain('| 列名 | 日本語名 | 型 | 単位 | 例 |\n| --- | --- | --- | --- | --- |')
  expect(text).toContain('| `amount_thousand_yen` | 金額 | integer | 千円 |  |')
  expect(text).toContain('| `kind` | 区分 | string: `actual` 決算, `budget` 予算 |  |  |')
  expect(text).toContain('| `name` | 事業名 | string |  | 除雪事業 |')
  expect(text).toContain('### `diagnostics` 診断')
})

test('samples give the examples that the fields lack', () => {
  expect(dictionary([form], { samples: [doc] })).toContain(
    '| `bureaus` | 局<br>複数のときは改行で区切る | string |  | 建設局<br>環境局 |',
  )
})

test('labels of the editions have a column where they are known', () => {
  const labels = (_: string, path: string) =>
    path === 'name'
      ? [
          { edition: 'H30', label: '事業|名' },
          { edition: 'R4', label: '事業名' },
        ]
      : []
  const text = dictionary([form], { labels })
  expect(text).toContain('| 列名 | 日本語名 | 表記（版別） | 型 | 単位 | 例 |')
  expect(text).toContain('| `name` | 事業名 | H30: 事業\\|名<br>R4: 事業名 | string |  | 除雪事業 |')
})
