/** The number of a handout: 資料３, 資料2-1, 別紙２, 参考資料２. What is in its box is up to the office that prints it. */
const word = '(?:(?:配布|配付|参考|会議|説明|添付|別添|追加|当日)?資料|別紙|別添|別表|参考|付録)'
const number = String.raw`(?:\s*(?:[No.．№]{1,3}\s*)?[（(]?\d{1,2}(?:\s?[-－‐−–—―ー]\s?\d{1,2})*[）)]?)`

/** The whole of a text, brackets around it included; 参考 alone is a word, but 別紙 is the name of a sheet. */
export const wholeAttachment = new RegExp(String.raw`^[【（(［\[]?(?:${word}${number}|別紙|参考資料)[】）)］\]]?$`, 'u')

/** In or behind a title; there only the usual words with a number are meant. */
export const attachmentIn = new RegExp(String.raw`(?:(?<=\s)|^)${word}${number}(?!\d)`, 'du')
