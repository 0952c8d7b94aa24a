import { decodeBytes, type Decoded } from '#shared/ceb/decode'
import type { Fault } from '#shared/ceb/fault'
import { CebMessage } from '#shared/ceb/message'
import { CebRefusal, refuse } from '#shared/ceb/refusal'
import { UsageError } from '../command'

export const decodeText = (bytes: Uint8Array, encoding: string) =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)

/** XML begins with `<`, JSON with `{`; blanks and a byte order mark may come before. */
export const isJson = (bytes: Uint8Array) =>
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

/** A message from XML or JSON. Throws CebRefusal when it is neither. */
export const read = (bytes: Uint8Array): Decoded =>
  isJson(bytes) ? parseJson(bytes) : decodeBytes(bytes, decodeText)

/** Runs something that may refuse; the faults instead of a result when it did. */
export async function attempt<T>(
  run: () => T | Promise<T>,
): Promise<{ result: T } | { faults: readonly Fault[] }> {
  try {
    return { result: await run() }
  } catch (error) {
    if (error instanceof CebRefusal) return { faults: error.faults }
    throw error
  }
}

/** A file of a list that cannot be read is a fault of that file; the others are still looked at. */
export function unreadable(file: string, error: unknown): Fault {
  const detail = error instanceof Error ? error.message : String(error)
  return {
    path: '',
    rule: 'file-unreadable',
    severity: 'refuse',
    value: file,
    message: { zh: `文件读不出：${detail}`, en: `The file cannot be read: ${detail}` },
    fix: { zh: '核对路径和权限', en: 'Check path and permission' },
  }
}

export function pair(files: readonly string[]): [string, string] {
  const [from, to] = files
  if (files.length !== 2 || from === undefined || to === undefined)
    throw new UsageError('two files are needed')
  return [from, to]
}
