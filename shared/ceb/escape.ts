/** Characters that XML 1.0 cannot carry at all, not even as a reference: controls, lone surrogates, U+FFFE/F. */
const impossible =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const markup = /[&<>\r]/
const quoted = /[&<>"\t\n\r]/g

/** The first character of a text that no XML document can hold; undefined when there is none. */
export const impossibleCharacter = (text: string): string | undefined => impossible.exec(text)?.[0]

/**
 * Length of a text as the schema counts it: a character outside the basic plane is one. undefined when the text holds a
 * character that no XML document can.
 */
export function charactersOf(text: string): number | undefined {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20) {
      if (code !== 0x09 && code !== 0x0a && code !== 0x0d) return undefined
    } else if (code >= 0xd800 && code < 0xe000) {
      const next = text.charCodeAt(i + 1)
      if (code >= 0xdc00 || !(next >= 0xdc00 && next < 0xe000)) return undefined
      length -= 1
      i += 1
    } else if (code >= 0xfffe) return undefined
  }
  return length
}

/** Whether a text stands in XML as it is: no markup, no control, nothing of a surrogate pair. Most texts do. */
export function isPlainText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Controls, & < >
    if (code < 0x20 || code === 0x26 || code === 0x3c || code === 0x3e) return false
    if (code >= 0xd800 && (code < 0xe000 || code >= 0xfffe)) return false
  }
  return true
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  // A parser turns a bare CR into LF, so only the reference survives.
  '\r': '&#13;',
}
const reference = (character: string) => references[character] ?? character

export const escapeText = (text: string): string =>
  markup.test(text) ? text.replace(/[&<>\r]/g, reference) : text

export const escapeAttribute = (text: string): string => text.replace(quoted, reference)

/** A CDATA section holds anything but its own end, which is split over two sections, and CR, which has no escape there. */
export const cdataSection = (text: string): string =>
  text.includes('\r') ? escapeText(text) : `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
