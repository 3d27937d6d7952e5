import { say, type Words } from '../messages/words.ts'

/** Characters that OCR takes for each other, and why. Within a row any may be mistaken for any other. */
const families: readonly { readonly why: Words; readonly rows: string }[] = [
  {
    why: say('SOUND_MARK'),
    rows: 'かが きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ ちぢ つづ てで とど はばぱ ひびぴ ふぶぷ へべぺ ほぼぽ カガ キギ クグ ケゲ コゴ サザ シジ スズ セゼ ソゾ タダ チヂ ツヅ テデ トド ハバパ ヒビピ フブプ ヘベペ ホボポ ウヴ',
  },
  {
    why: say('SMALL_KANA'),
    rows: 'あぁ いぃ うぅ えぇ おぉ つっ やゃ ゆゅ よょ アァ イィ ウゥ エェ オォ ツッ ヤャ ユュ ヨョ',
  },
  {
    why: say('KANA_OR_KANJI'),
    rows: 'カ力刀 エ工 ロ口 ニ二 ハ八 タ夕 ト卜 チ千 オ才 ミ三 ー一 リり へヘ べベ ぺペ ん入 ヌ又 ム厶',
  },
  {
    why: say('LIKE_HIRAGANA'),
    rows: 'をちそ ちらう さきち るろ ぬめ ねれわ はほま いり あお くへ けは こに たな もを',
  },
  { why: say('LIKE_KATAKANA'), rows: 'ソンリ シツ クケワ コユ スヌ ウワフラ アマ ルレ チテ ナメ' },
  { why: say('DIGITS_OR_KANA'), rows: '5うちら 3るろ 7フワ 1リり 2こ 6ら' },
  {
    why: say('LIKE_KANJI'),
    rows: '人入八 直真具 案条 令合今会 未末 土士 大太犬 日目曰 見貝 己已巳 千干于 微徴 複復腹 義議儀 積績 検険倹 則側測 職識織 獲穫護 遣遺 環還 待侍持特 住往佳任 作昨 休体 間問聞開閉関 進集 達違 連運 各名 市巾 役殳没 採采 援緩暖 組網 同司 変要 選遷 友支 子予 主王 由田申甲 天夫 矢失 未来 季委 析折拆 担拒 低底抵 都部郡 施旋 確権 勧観歓 郊効 功切 幼幻 童重量 矛予 区図 国固囲因困 博専 料科 祉社 福副富 経径 営宮 管官 員貞 清精情請 計訂許 設説 記紀 講構購 制製 判刊 想相 談淡 度席 応広 方万 刑形型 規現 以似 徹撤 状壮 況祝 沢択訳 話活 法注 推准堆維 全金企 面画 四西 境鏡 増憎 減滅 域城 感惑 彦産 性牲 基墓 準隼 実美 先光 児元完 老考者 育青肯 証正 整正 攻政改 放敗効 財材村林 様株 標漂票 利刊 使便更 事車軍 軽転輪 通遍 造途 逮速遠 近返迎 適過 必心 思恩 意章 署暑著 若苦 薬楽 落洛 第弟 策築 範節筋 給絡結 続読 総統 線緑 級扱 招紹 租祖 練錬 緊繁 継断 減感 防妨 協脇 助肋 労力 勤動働 向同 周週 拠処',
  },
  {
    why: say('KANJI_PART_LOST'),
    rows: '校交 援爰 例列 倍咅 地也 時寺 持寺 請青 情青 結吉 給合 紹召 投殳 設殳 計十 訪方 放方 館官 管官 材才 村寸 想相 指旨 連車 週周 調周 課果 話舌 活舌 拠処 供共 件牛 化七 位立 作乍 信言 住主 付寸 任壬 働動 健建 修攸 備用 係系 価西 個固 側則 保呆 域或 境竟 場易 増曽 性生 快夬 採采 推隹 提是 支技 検僉 構冓 機幾 権雀 査且 相目 村木 林木 校木 活水 測則 港巷 済斉 理里 現見 環睘 知矢 砂少 社土 福畐 私禾 種重 積責 税兌 程呈 組且 経圣 終冬 細田 線泉 編扁 能月 腹复 般舟 記己 評平 訓川 設言 証正 認忍 読売 護蒦 財才 販反 資次 路各 輸俞 農辰 近斤 通甬 進隹 運軍 達幸 部咅 配酉 防方 限艮 院完 険僉 障章 題是 額客 類大 願原',
  },
]

/** Every character with those it may have been, and the reason. */
export const lookAlikes: ReadonlyMap<string, ReadonlyMap<string, Words>> = tableOf()

function tableOf(): Map<string, Map<string, Words>> {
  const table = new Map<string, Map<string, Words>>()
  for (const { why, rows } of families)
    for (const row of rows.split(' '))
      for (const printed of row) {
        const others = table.get(printed) ?? new Map<string, Words>()
        for (const meant of row) if (meant !== printed && !others.has(meant)) others.set(meant, why)
        table.set(printed, others)
      }
  return table
}
