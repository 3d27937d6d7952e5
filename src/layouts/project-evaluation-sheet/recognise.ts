import { linesOfRange, type PageRange } from '../../document/model.ts'
import { type Printed, textOf } from '../../document/printed.ts'
import { wordOf } from '../../document/words.ts'
import { say } from '../../messages/words.ts'
import { required, usual } from '../kit/evidence.ts'
import type { Evidence } from '../kit/layout.ts'
import { title } from './words/form.ts'
import { isTitle, sectionOf } from './words/headings.ts'

/** A mark of the form: what a line must be, as a whole or at its start, to show it. */
interface Marker {
  readonly marker: string
  readonly required?: true
  readonly is: (word: string) => boolean
}

const firstSections = ['◎基本情報', '◎事業費']
const heads = (sections: readonly string[]) => (line: string) => sections.includes(sectionOf(line) ?? '')
const begins =
  (...words: readonly string[]) =>
  (line: string) =>
    words.some(word => line.startsWith(word))
const holds = (pattern: RegExp) => (line: string) => pattern.test(line)

/** No single word of the form is its own (other cities print 事業費, 成果指標, 人件費): its headings and option rows are. */
const markers: readonly Marker[] = [
  {
    marker: '事業評価調書 / ◎基本情報 / ◎事業費',
    required: true,
    is: line => isTitle(line) || heads(firstSections)(line),
  },
  { marker: '◎基本情報', is: heads(['◎基本情報']) },
  { marker: '◎事業費', is: heads(['◎事業費']) },
  {
    marker: '◎検証（振り返り） / ◎活動指標・成果指標 / ◎見直し内容・今後の方向性',
    is: heads(['◎検証（振り返り）', '◎活動指標・成果指標', '◎見直し内容・今後の方向性']),
  },
  { marker: '○ 経常経費 ○ 臨時的経費', is: holds(/(?:^|[^\p{L}\p{N}])(?:経常経費|臨時的経費)/u) },
  { marker: '○ 直営 ○ 一部委託 ○ 全部委託', is: holds(/(?:^|[^\p{L}\p{N}]|実施形態)(?:直営|一部委託|全部委託)/u) },
  { marker: 'うち特定財源', is: begins('うち特定財源') },
  { marker: '人工 / 正規職員業務量', is: begins('人工', '正規職員業務量') },
  { marker: '活動指標１ / 成果指標１', is: begins('活動指標1', '成果指標1') },
  { marker: '事業の性質', is: begins('事業の性質') },
]

const markOf = ({ marker }: Marker) => say('AS_PRINTED', { text: marker })

/** The marks of the evaluation sheet, each with the first line that shows it. */
export function recognise(range: PageRange): Evidence[] {
  const found = new Map<Marker, Printed>()
  const headings = new Set<string>()
  for (const { on } of linesOfRange(range)) {
    if (textOf(on).length > 200) continue
    const word = wordOf(on)
    if (isTitle(word)) headings.add(title)
    else if (ofForm.test(word)) headings.add(word.slice(0, 4))
    for (const marker of markers) if (!found.has(marker) && marker.is(word)) found.set(marker, on)
  }
  const isForm = headings.has(title) || headings.size > 1
  return markers.map(each =>
    each.required ? required(markOf(each), isForm ? found.get(each) : undefined) : usual(markOf(each), found.get(each)),
  )
}

/** ◎基本情報 alone is on the sheets of other cities too: without the title two headings show the form. */
const ofForm = /^◎(?:基本情報|事業費|検証|活動指標|見直し内容)/u
