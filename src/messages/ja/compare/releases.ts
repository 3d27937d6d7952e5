import type { releases as en } from '../../en/compare/releases.ts'
import type { SameAs } from '../../same-as.ts'

export const releases: SameAs<typeof en> = {
  RELEASE_UNREAD: '読み取れる文書がないため、この公開分は比較しません。',
  ALL_BY_EXTRACT: 'extractは全件を出力します。',
  RELEASE_NOT_TABLES: ({ format }) => `${format}形式のフォルダは読み戻せません。`,
  EXTRACT_AS_CSV: '文書そのものか、extract -f csv又は-f jsonの出力を指定してください。',
  TABLE_ONLY_FOLDER: '複数の表を1つのファイルに書くことはできません。',
  FOLDER_OR_TABLE: ({ tables }) => `--tableで1つを選ぶか（${tables.join('、')}）、xlsx又はJSONを指定してください。`,
  NO_HISTORY: '事業評価調書のある公開分がありません。',
}
