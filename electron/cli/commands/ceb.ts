import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { decodeBytes, type Decoded } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { isAccepted, type Fault } from '#shared/ceb/fault'
import { CebMessage } from '#shared/ceb/message'
import { CebRefusal, refuse } from '#shared/ceb/refusal'
import { faultLines, type FileVerdict } from '#shared/ceb/report'
import type { CheckContext } from '#shared/ceb/rules/context'
import { validateDecoded } from '#shared/ceb/validate'
import { loadCodeBook } from '#shared/codes/load'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, UsageError, type Command, type Io } from '../command'

const decodeText = (bytes: Uint8Array, encoding: string) =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)

/** XML begins with `<`, JSON with `{`; blanks and a byte order mark may come before. */
const isJson = (bytes: Uint8Array) =>
  /^(?:\xef\xbb\xbf)?\s*\{/.test(String.fromCharCode(...bytes.subarray(0, 64)))

function parseJson(bytes: Uint8Array): Decoded {
  const wrong = (detail: string): never =>
    refuse(
      '',
      'json-form',
      detail,
      { zh: `不是 CEB 报文的 JSON：${detail}`, en: `Not the JSON of a CEB message: ${detail}` },
      { zh: '格式见 yiguan schema ceb-message', en: 'See yiguan schema ceb-message' },
    )
  let json: unknown
  try {
    json = JSON.parse(decodeText(bytes, 'utf-8').replace(/^\ufeff/, ''))
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  const parsed = CebMessage.strict().safeParse(json)
  if (parsed.success) return { message: parsed.data, remarks: [] }
  return wrong(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
}

const read = (bytes: Uint8Array): Decoded =>
  isJson(bytes) ? parseJson(bytes) : decodeBytes(bytes, decodeText)

/** Runs something that may refuse; the faults instead of a result when it did. */
function attempt<T>(run: () => T): { result: T } | { faults: readonly Fault[] } {
  try {
    return { result: run() }
  } catch (error) {
    if (error instanceof CebRefusal) return { faults: error.faults }
    throw error
  }
}

function validateBytes(
  file: string,
  bytes: Uint8Array,
  context: CheckContext,
  language: Language,
): FileVerdict {
  const decoded = attempt(() => read(bytes))
  if ('faults' in decoded)
    return { file, message: '', ok: false, faults: faultLines(decoded.faults, language) }
  const faults = validateDecoded(decoded.result, context)
  const { type } = decoded.result.message
  return { file, message: type, ok: isAccepted(faults), faults: faultLines(faults, language) }
}

/** A file of a list that cannot be read is a fault of that file; the others are still checked. */
function unreadable(file: string, error: unknown, language: Language): FileVerdict {
  const detail = error instanceof Error ? error.message : String(error)
  const fault: Fault = {
    path: '',
    rule: 'file-unreadable',
    severity: 'refuse',
    value: file,
    message: { zh: `文件读不出：${detail}`, en: `The file cannot be read: ${detail}` },
    fix: { zh: '核对路径和权限', en: 'Check path and permission' },
  }
  return { file, message: '', ok: false, faults: faultLines([fault], language) }
}

async function convert(
  from: string,
  to: string,
  language: Language,
  io: Io,
  write: (decoded: Decoded) => string,
) {
  const bytes = await readFile(from)
  const done = attempt(() => {
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

function pair(files: string[]): [string, string] {
  const [from, to] = files
  if (files.length !== 2 || from === undefined || to === undefined)
    throw new UsageError('two files are needed')
  return [from, to]
}

/** Encode, decode and validate customs messages, file in, file out. */
export const command: Command = {
  name: 'ceb',
  usage: `ceb encode IN.json OUT.xml | ceb decode IN.xml OUT.json | ceb validate FILE…
Writes a customs message from JSON, reads one into JSON, or lists every fault of messages (XML or JSON).
  --lang zh|en   language of message and fix (zh)
  --practice     check only the shape of company codes, as in a 演练 book
  --today DAY    yyyyMMdd; times after this day are remarked`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'zh' },
        practice: { type: 'boolean', default: false },
        today: { type: 'string' },
      },
    })
    const [verb, ...files] = positionals
    const { lang, practice, today } = values
    if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang ${lang}: zh or en`)
    if (today !== undefined && !/^\d{8}$/.test(today)) throw new UsageError(`--today ${today}: yyyyMMdd`)
    if (verb === 'encode') {
      return convert(...pair(files), lang, io, ({ message }) => encodeMessage(message, { indent: true }))
    }
    if (verb === 'decode') {
      return convert(...pair(files), lang, io, ({ message }) => `${JSON.stringify(message, null, 2)}\n`)
    }
    if (verb !== 'validate')
      throw new UsageError(verb === undefined ? 'encode, decode or validate' : `no verb ${verb}`)
    if (files.length === 0) throw new UsageError('no file to validate')
    const context: CheckContext = { codes: await loadCodeBook(), practice, today }
    const reports: FileVerdict[] = []
    for (const file of files) {
      reports.push(
        await readFile(file).then(
          (bytes) => validateBytes(file, bytes, context, lang),
          (error: unknown) => unreadable(file, error, lang),
        ),
      )
    }
    io.out(reports)
    return reports.every((report) => report.ok) ? DONE : REFUSED
  },
}
