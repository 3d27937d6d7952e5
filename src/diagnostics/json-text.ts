/**
 * What a terminal or a log could take for a command, or a reader could not see: control codes, line separators, marks that change the
 * direction of a line, zero-width characters, tags. They are written as `\u202e`, which means the same in JSON.
 */
const unseen =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]|##(?=[\w-]*\[)/g

/** A value as JSON text of visible characters only; whoever parses it gets the same value. */
export const jsonText = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(unseen, found => (found === '##' ? '#\\u0023' : escapedUnits(found)))

/** `\u202e`, one for each code unit. */
export const escapedUnits = (text: string): string =>
  text.replace(/[\s\S]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
