/** Marks before an option that is chosen. */
export const CHOSEN_MARKS = '●■☑☒✓✔✅◉⦿⬤⚫◼◾'

/** Marks before an option that is not chosen; 〇 (U+3007) and ◯ (U+25EF) are typed for ○. */
export const OPEN_MARKS = '○□〇◯☐◻◽⚪⭘▢'

/** Marks that begin a list item: rule 2.3. The last five are Wingdings and Symbol bullets as a PDF names them. */
export const LIST_MARKS = '・･‧•∙⋅·◦■□▪▫◼◻◾◽●○◯〇◆◇◈❖▶▷►▸➢➤-‐‑–\uf0b7\uf0a7\uf06c\uf06e\uf0d8'

/** Every dash there is, for a regular expression's character class. 一 (the number) and ～ are not dashes. */
export const DASHES = '\\-‐‑‒–—―−－﹣⁃─━'

/** What else a cell holds that is not filled in: a long vowel mark typed for a dash, and the dots of statistics. */
export const OTHER_BLANKS = 'ーｰ…‥'
