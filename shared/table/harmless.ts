/** What makes a formula of a cell where a spreadsheet reads text: also in full width, and behind a tab or a line break. */
const begins = /^[=+\-@\t\r\n＝＋－＠]/
const number = /^[+-]?\d+(\.\d+)?$/
const kept = /^'(?=[=+\-@\t\r\n＝＋－＠])/

/**
 * The text of a cell as a spreadsheet shows it and does not run it: behind an apostrophe where it begins like a formula. What
 * came from a shop or a bank is anybody's text. A plain number is harmless.
 */
export const harmless = (text: string): string =>
  begins.test(text) && !number.test(text) ? `'${text}` : text

/** What `harmless` was given. */
export const asGiven = (text: string): string => text.replace(kept, '')
