const EDGES = /^[\s\u00a0\u200b-\u200d\u2060\ufeff]+|[\s\u00a0\u200b-\u200d\u2060\ufeff]+$/g
const WIDE = /[\uff01-\uff5e\u3000]/

/** Without blanks at the ends, of which Unicode has more than one. */
export function trimmed(text: string): string {
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  const plain = first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f
  return plain ? text : text.replace(EDGES, '')
}

export function hasFullWidth(text: string): boolean {
  return WIDE.test(text)
}

/** Full-width letters, digits and blanks, which Chinese input methods write, as their ordinary forms. */
export function narrowed(text: string): string {
  if (!WIDE.test(text)) return text
  return text.replace(/[\uff01-\uff5e\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )
}

/** A header as it is compared: case, blanks, width, underscores and hyphens do not distinguish columns. */
export function normalizeHeader(text: string): string {
  return narrowed(trimmed(text))
    .toLowerCase()
    .replace(/[\s_\-–—:：*"'`\u00a0]/g, '')
}
