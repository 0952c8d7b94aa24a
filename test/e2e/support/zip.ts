import { inflateRawSync } from 'node:zlib'

/** The files of a zip by their names, read from its directory as the format says and with no code of the product. */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((of) => bytes.readUInt16LE(at + of)) as [
      number,
      number,
      number,
    ]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = bytes.subarray(start, start + packed)
    const called = bytes.subarray(at + 46, at + 46 + name).toString('utf8')
    files.set(called, method === 0 ? content : inflateRawSync(content))
    at += 46 + name + extra + comment
  }
  return files
}
