import { readFile, writeFile } from 'node:fs/promises'
import type { Decoded } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { faultLines } from '#shared/ceb/report'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, type Io } from '../command'
import { attempt, read } from './read'

async function convert(
  [from, to]: readonly [string, string],
  language: Language,
  io: Io,
  write: (decoded: Decoded) => string,
): Promise<number> {
  const bytes = await readFile(from)
  const done = await attempt(() => {
    const decoded = read(bytes)
    return { decoded, text: write(decoded) }
  })
  if ('faults' in done) {
    io.out({ file: from, ok: false, faults: faultLines(done.faults, language) })
    return REFUSED
  }
  const { decoded, text } = done.result
  await writeFile(to, text)
  const { type, documents } = decoded.message
  io.out({
    file: from,
    ok: true,
    written: to,
    message: type,
    documents: documents.length,
    remarks: faultLines(decoded.remarks, language),
  })
  return DONE
}

export const encode = (files: readonly [string, string], language: Language, io: Io) =>
  convert(files, language, io, ({ message }) => encodeMessage(message, { indent: true }))

export const decode = (files: readonly [string, string], language: Language, io: Io) =>
  convert(files, language, io, ({ message }) => `${JSON.stringify(message, null, 2)}\n`)
