/** Why a value of any form may be wrong: what the reader saw, what its shape and place tell, what its words are like. */
export const doubts = {
  FONT_WITHOUT_UNICODE: 'its font does not say which characters these are',
  OVERPRINTED: 'other text is printed over it',
  ON_BORDER: 'it lies on the border of its cell and may belong to the next one',
  BESIDE_EMPTY: 'it lies on the border of its cell and may belong to the next one, which is empty',
  STAMPED: 'a circle holds it, as of a stamp',
  STRUCK_OUT: 'a line is drawn through it',
  NO_SUCH_CHARACTER: 'no Japanese word is written with it',
  HIDDEN_OCR: 'its text is hidden OCR over a picture',
  ANNOTATIONS_UNREAD: (a: { texts: number }) =>
    `form fields or annotations print ${a.texts} texts on it that are not read`,
  TABLE_OPEN_LEFT: 'no line closes a table of it on the left; columns beyond may stand on another page or nowhere',
  TABLE_OPEN_RIGHT: 'no line closes a table of it on the right; columns beyond may stand on another page or nowhere',
  SEVERAL_IN_CELL: 'its cell holds several',
  // The shape of a value.
  BEGINS_AS_GOING_ON: 'it begins with what only goes on with a sentence',
  ENDS_AS_GOING_ON: 'it ends with what a sentence goes on from',
  BEGINS_WITH_LIST_MARK: 'it begins with the mark of a list',
  LIST_IN_LINE: 'the marks of a list stand inside a line of it',
  SAYS_TWICE: 'it says the same again',
  MAYBE_PARAGRAPHS: 'each of its lines ends with a sentence, so they may be paragraphs of their own',
  PARAGRAPH_CUT: 'a paragraph of it ends in mid-sentence',
  MAYBE_TWO_VALUES: 'it is printed on two lines that may be two values',
  SET_AS_RUBY: 'a line of it is set as small as the reading of a word',
  BRACKET_UNOPENED: 'a bracket of it closes what was not opened',
  BRACKET_UNCLOSED: 'a bracket of it is not closed',
  // Where values stand.
  UNDER_OTHER_HEAD: (a: { strangers: number; members: number; head: string }) =>
    `${a.strangers} of ${a.members} values read here stand under or beside "${a.head}" on the page`,
  HEAD_WITHOUT_VALUES: (a: { head: string }) =>
    `the heading "${a.head}" is printed on the page and nothing is read below it`,
  ORDER_DOUBTED: (a: { unclaimed: number; characters: number }) =>
    `${a.unclaimed} of ${a.characters} characters of the text have no field, so its order may be lost`,
  AND_MORE: (a: { first: string; more: number }) => `${a.first} (and ${a.more} more)`,
  UNCONFIRMED_ON_PAGE: (a: { unconfirmed: number; leaves: number }) =>
    `${a.unconfirmed} of ${a.leaves} values do not stand where their head or label shows them to belong; check them on the page`,
  UNCONFIRMED_IN_TEXT: (a: { unconfirmed: number; leaves: number }) =>
    `${a.unconfirmed} of ${a.leaves} values stand in a text whose order does not show which head or label they belong to; give the PDF, or check them`,
  // Probable misreadings.
  SOUND_MARK: 'a sound mark is lost or seen',
  SMALL_KANA: 'small and large kana',
  KANA_OR_KANJI: 'kana and kanji of one shape',
  LIKE_HIRAGANA: 'hiragana of like shape',
  LIKE_KATAKANA: 'katakana of like shape',
  DIGITS_OR_KANA: 'digits and kana of like shape',
  LIKE_KANJI: 'kanji of like shape',
  KANJI_PART_LOST: 'a part of the kanji is lost',
  LONE_CLOSING_BRACKET: 'a bracket stands alone: it closes what is not open',
  LONE_OPENING_BRACKET: 'a bracket stands alone: it is not closed',
  CHARACTER_TWICE: 'a character stands there twice',
  NO_SUCH_ERA: 'no era has this name',
  PARTICLE_AFTER_WO: 'を takes no particle after it',
  PARTICLE_AFTER_GA: 'が takes no particle after it',
  PARTICLE_AFTER_HE: 'of the particles only の and は follow へ',
  TWO_PARTICLES: 'two case particles stand side by side',
  WO_AFTER_VERB: 'を follows a verb',
  KOTOGA_MISSING: 'ことが is missing before できる',
  TO_MISSING: 'と is missing before ともに',
  SPELLED_OTHERWISE: 'elsewhere the word is spelled otherwise',
  OTHER_CHARACTER_ELSEWHERE: 'elsewhere the same words have another character',
  REPEATED: (a: { text: string; times: number }) => `"${a.text}" is repeated ${a.times} times`,
  OTHER_SCRIPT: 'a character of another script stands there',
} as const
