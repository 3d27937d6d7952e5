import type { doubts as english } from '../en/doubts.ts'
import type { SameAs } from '../same-as.ts'

/** 値に疑いが残る理由。いずれも一文で終わる。 */
export const doubts: SameAs<typeof english> = {
  FONT_WITHOUT_UNICODE: '書体に文字の情報がなく、どの文字かが分かりません。',
  OVERPRINTED: '別の文字が重ねて印字されています。',
  ON_BORDER: '欄の境界線上にあり、隣の欄のものである可能性があります。',
  BESIDE_EMPTY: '欄の境界線上にあり、空の隣の欄のものである可能性があります。',
  STAMPED: '印影のように丸で囲まれています。',
  STRUCK_OUT: '取消線が引かれています。',
  NO_SUCH_CHARACTER: '日本語の語に使わない文字です。',
  HIDDEN_OCR: '画像に重ねた文字認識（OCR）の結果です。',
  ANNOTATIONS_UNREAD: a => `入力欄や注釈の文字${a.texts}件が印字されていますが、読み取っていません。`,
  TABLE_OPEN_LEFT: '表の左端に罫線がありません。その先の列が、別のページにあるか、失われている可能性があります。',
  TABLE_OPEN_RIGHT: '表の右端に罫線がありません。その先の列が、別のページにあるか、失われている可能性があります。',
  SEVERAL_IN_CELL: '一つの欄に複数の値があります。',
  // 値の形
  BEGINS_AS_GOING_ON: '文の途中から始まっています。',
  ENDS_AS_GOING_ON: '文の途中で終わっています。',
  BEGINS_WITH_LIST_MARK: '箇条書きの印から始まっています。',
  LIST_IN_LINE: '箇条書きの印が行の途中にあります。',
  SAYS_TWICE: '同じ内容が繰り返されています。',
  MAYBE_PARAGRAPHS: 'どの行も文の終わりで改行されており、それぞれが段落である可能性があります。',
  PARAGRAPH_CUT: '段落が文の途中で終わっています。',
  MAYBE_TWO_VALUES: '2行に印字されており、2つの値である可能性があります。',
  SET_AS_RUBY: '振り仮名のように小さい文字の行があります。',
  BRACKET_UNOPENED: '始まりのない閉じ括弧があります。',
  BRACKET_UNCLOSED: '閉じていない括弧があります。',
  // 値の位置
  UNDER_OTHER_HEAD: a =>
    `ここで読んだ値${a.members}件のうち${a.strangers}件が、原本では「${a.head}」の下又は横にあります。`,
  HEAD_WITHOUT_VALUES: a => `原本に見出し「${a.head}」がありますが、その下から何も読み取れていません。`,
  ORDER_DOUBTED: a =>
    `テキストの${a.characters}文字のうち${a.unclaimed}文字がどの項目にも入らず、順序が失われている可能性があります。`,
  AND_MORE: a => `${a.first}（ほか${a.more}件）`,
  UNCONFIRMED_ON_PAGE: a =>
    `${a.leaves}個の値のうち${a.unconfirmed}個は、見出しや項目名に対する位置を確かめられません。原本を確認してください。`,
  UNCONFIRMED_IN_TEXT: a =>
    `${a.leaves}個の値のうち${a.unconfirmed}個は、テキストの順序からは、どの見出しや項目名のものかを確かめられません。PDFを指定するか、値を確認してください。`,
  // 読み誤りの可能性
  SOUND_MARK: '濁点又は半濁点の有無が疑われます。',
  SMALL_KANA: '小さい仮名と普通の仮名の取り違えが疑われます。',
  KANA_OR_KANJI: '形の同じ仮名と漢字の取り違えが疑われます。',
  LIKE_HIRAGANA: '形の似た平仮名の取り違えが疑われます。',
  LIKE_KATAKANA: '形の似た片仮名の取り違えが疑われます。',
  DIGITS_OR_KANA: '形の似た数字と仮名の取り違えが疑われます。',
  LIKE_KANJI: '形の似た漢字の取り違えが疑われます。',
  KANJI_PART_LOST: '漢字の一部が欠けている疑いがあります。',
  LONE_CLOSING_BRACKET: '始まりのない閉じ括弧があります。',
  LONE_OPENING_BRACKET: '閉じていない括弧があります。',
  CHARACTER_TWICE: '同じ文字が二度続いています。',
  NO_SUCH_ERA: 'この名称の元号はありません。',
  PARTICLE_AFTER_WO: '「を」の後に助詞が続いています。',
  PARTICLE_AFTER_GA: '「が」の後に助詞が続いています。',
  PARTICLE_AFTER_HE: '「へ」の後に、「の」「は」以外の助詞が続いています。',
  TWO_PARTICLES: '格助詞が二つ続いています。',
  WO_AFTER_VERB: '動詞の後に「を」があります。',
  KOTOGA_MISSING: '「できる」の前に「ことが」がありません。',
  TO_MISSING: '「ともに」の前に「と」がありません。',
  SPELLED_OTHERWISE: '別の箇所では、この語の表記が異なります。',
  OTHER_CHARACTER_ELSEWHERE: '別の箇所では、同じ語句の文字が異なります。',
  REPEATED: a => `「${a.text}」が${a.times}回繰り返されています。`,
  OTHER_SCRIPT: '別の文字体系の文字が混ざっています。',
}
