/** Characters that XML 1.0 cannot carry at all, not even as a reference: controls, lone surrogates, U+FFFE/F. */
const impossible =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const markup = /[&<>\r]/
const quoted = /[&<>"\t\n\r]/g

/** The first character of a text that no XML document can hold; undefined when there is none. */
export const impossibleCharacter = (text: string): string | undefined => impossible.exec(text)?.[0]

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
