import { byteMark, decodeText, type TextDecoding } from './bytes'
import { readPlain } from './plain'
import { MessageReader, type Decoded } from './reader'
import { remark } from './remarks'

export type { Decoded }

/**
 * Reads a CEB message as senders in the wild write it: with or without prefix or namespace, with unknown elements,
 * in either spelling of the specification. Nothing is lost or guessed; what the schema would not take is a remark.
 * Throws CebRefusal for what is no CEB message: not well-formed, a DTD, above 64 MB, an unknown root.
 */
export function decodeMessage(xml: string): Decoded {
  const plain = readPlain(xml)
  if (plain) return { message: plain, remarks: [] }
  const marked = xml.startsWith(byteMark)
  const reader = new MessageReader()
  reader.write(marked ? xml.slice(1) : xml)
  const decoded = reader.close()
  if (marked) decoded.remarks.unshift(remark('xml-mark', '', ''))
  return decoded
}

/**
 * The same from the bytes of a file. The encoding is the one of the byte order mark, else of the XML declaration,
 * else UTF-8; `decode` turns bytes into text and throws when they are not text of that encoding.
 */
export function decodeBytes(bytes: Uint8Array, decode: TextDecoding): Decoded {
  const { text, encoding } = decodeText(bytes, decode)
  const decoded = decodeMessage(text)
  if (!/^utf-?8$/i.test(encoding)) decoded.remarks.unshift(remark('xml-encoding', '', encoding))
  return decoded
}
