/** Byte pairs of GBK, the two-byte part of GB18030, had by decoding all of them: Node can decode but not encode it. */
function pairs(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if (char.length === 1 && char !== '\ufffd') found.set(char, [lead, trail])
    }
  }
  return found
}

let table: Map<string, readonly [number, number]> | undefined

/** GB18030 bytes of text within GBK. @throws RangeError for a character outside it */
export function encodeGb18030(text: string): Uint8Array {
  table ??= pairs()
  const bytes: number[] = []
  for (const char of text) {
    const pair = char < '\u0080' ? [char.charCodeAt(0)] : table.get(char)
    if (!pair) throw new RangeError(`not in GBK: ${char}`)
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

export type FileEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030'

export function encodeText(text: string, encoding: FileEncoding): Uint8Array {
  if (encoding === 'gb18030') return encodeGb18030(text)
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text)
}
