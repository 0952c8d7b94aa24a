import type { Bytes, Encoding, StreamDecoder } from '../ports'
import type { RawRow } from '../rows'
import { EncodingSniffer, type EncodingVerdict } from './encoding'
import { Splitter } from './splitter'

/** Encoding of the whole file; reads it once, without decoding. */
export async function sniffEncoding(bytes: Bytes): Promise<EncodingVerdict> {
  const sniffer = new EncodingSniffer()
  for await (const chunk of bytes.open()) {
    sniffer.push(chunk)
    if (sniffer.settled) break
  }
  return sniffer.verdict()
}

/** Rows of a delimited text file, one batch for each chunk of bytes; memory is bounded by chunk and longest cell. */
export async function* textRows(
  bytes: AsyncIterable<Uint8Array>,
  decoder: StreamDecoder,
  delimiter: string,
): AsyncGenerator<RawRow[]> {
  const splitter = new Splitter(delimiter)
  for await (const chunk of bytes) {
    const rows = splitter.push(decoder.decode(chunk, { stream: true }))
    if (rows.length > 0) yield rows
  }
  const rest = [...splitter.push(decoder.decode()), ...splitter.end()]
  if (rest.length > 0) yield rest
}

/** The first `limit` characters of the file, decoded. */
export async function textHead(
  bytes: Bytes,
  encoding: Encoding,
  decoder: (encoding: Encoding) => StreamDecoder,
  limit: number,
): Promise<string> {
  const stream = decoder(encoding)
  let text = ''
  for await (const chunk of bytes.open()) {
    text += stream.decode(chunk, { stream: true })
    if (text.length >= limit) return text.slice(0, limit)
  }
  return text + stream.decode()
}
