/** Full-width letters, digits and signs to half width, ideographic and hard spaces to plain ones, ends trimmed. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .trim()
}

/**
 * What pasting changes in a cell. Text that holds Chinese keeps its full-width punctuation: it belongs to the
 * sentence; numbers and codes never do.
 */
export function foldPasted(text: string): string {
  return /\p{Script=Han}/u.test(text) ? text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '') : foldWidth(text)
}
