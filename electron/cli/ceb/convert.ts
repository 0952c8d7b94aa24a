import { readFile, writeFile } from 'node:fs/promises'
import type { Decoded } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { faultLines, type FileVerdict } from '#shared/ceb/report'
import type { CheckContext } from '#shared/ceb/rules/context'
import { isAccepted } from '#shared/ceb/fault'
import { validateDecoded } from '#shared/ceb/validate'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, type Io } from '../command'
import { attempt, read, unreadable } from './read'

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

/** Every fault of every file; the exit code says whether any is refused. */
export async function validate(
  files: readonly string[],
  context: CheckContext,
  language: Language,
  io: Io,
): Promise<number> {
  const reports: FileVerdict[] = []
  for (const file of files) {
    reports.push(
      await readFile(file).then(
        (bytes) => validateBytes(file, bytes, context, language),
        (error: unknown) => ({
          file,
          message: '',
          ok: false,
          faults: faultLines([unreadable(file, error)], language),
        }),
      ),
    )
  }
  io.out(reports)
  return reports.every((report) => report.ok) ? DONE : REFUSED
}

async function validateBytes(
  file: string,
  bytes: Uint8Array,
  context: CheckContext,
  language: Language,
): Promise<FileVerdict> {
  const decoded = await attempt(() => read(bytes))
  if ('faults' in decoded)
    return { file, message: '', ok: false, faults: faultLines(decoded.faults, language) }
  const faults = validateDecoded(decoded.result, context)
  const { type } = decoded.result.message
  return { file, message: type, ok: isAccepted(faults), faults: faultLines(faults, language) }
}
