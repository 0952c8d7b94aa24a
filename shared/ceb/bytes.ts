import { refuse } from './refusal'

/** One message above this is refused unread: no real one comes near, and a reader must not be drowned. */
export const maxBytes = 64 * 1024 * 1024

export const byteMark = '\ufeff'

/** Turns bytes of the named encoding into text, keeping a byte order mark; throws when they are not such text. */
export type TextDecoding = (bytes: Uint8Array, encoding: string) => string

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x800) length += code >= 0xd800 && code <= 0xdfff ? 1 : 2
    else if (code >= 0x80) length += 1
  }
  return length
}

export function refuseSize(): never {
  refuse(
    '',
    'xml-size',
    '',
    { zh: '报文超过64MB', en: 'The message is above 64 MB' },
    { zh: '拆成多个报文，每个不超过100份单证', en: 'Split it; a message holds at most 100 documents' },
  )
}

/** Text and encoding of the bytes of an XML file. Throws CebRefusal above 64 MB and for broken text. */
export function decodeText(bytes: Uint8Array, decode: TextDecoding): { text: string; encoding: string } {
  if (bytes.length > maxBytes) refuseSize()
  const encoding = encodingOf(bytes)
  try {
    return { text: decode(bytes, encoding), encoding }
  } catch {
    return refuseText(encoding)
  }
}

export function refuseText(encoding: string): never {
  refuse(
    '',
    'xml-encoding',
    encoding,
    { zh: `文件内容不是有效的 ${encoding} 文字`, en: `The file is not valid ${encoding} text` },
    { zh: '用UTF-8重新保存', en: 'Save it again as UTF-8' },
  )
}

/** The encoding a file names by its first bytes: byte order mark, else XML declaration, else UTF-8. */
export function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  return (
    /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  )
}
