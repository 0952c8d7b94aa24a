import type { DeltaRefusal } from '#shared/codes/delta'
import type { Bridge } from '#shared/ipc/contract'
import { accountOf } from '#shared/ipc/exchange'
import { ReferenceDelta } from '#shared/protocol/api'
import type { Session } from './book'
import { serviceStatus } from './exchange'
import { textOfFile } from '../data/whole-file'

/** An update whose signature holds, and who signed it. */
export type Signed = {
  /** As it came, to be carried to a machine without a line. */
  delta: ReferenceDelta
  key: string
  /** SHA-256 of the key in pairs, as its owner reads it out. */
  fingerprint: string
  source: string
}

const invoke: Bridge['invoke'] = (channel, ...args) => window.yiguan.invoke(channel, ...args)

/**
 * The update of a table from the single window of the book.
 * @param since the version that is here of what this key signed; all of it without one
 */
export async function fetchDelta(
  { entry, enterprise }: Session,
  table: string,
  since: (key: string) => string | undefined,
): Promise<Signed | DeltaRefusal> {
  const { service } = await serviceStatus(entry.id)
  if (service === null || !enterprise) return noService
  const account = accountOf(service, enterprise.customsCode)
  const catalogue = await invoke('reference.catalogue', entry.id, { account })
  if (!catalogue.ok) return wordsOf(catalogue.failure)
  const have = since(catalogue.value.signingKey)
  const outcome = await invoke('reference.delta', entry.id, { account, table, ...(have && { since: have }) })
  return outcome.ok ? verified(outcome.value, entry.id, service) : wordsOf(outcome.failure)
}

/** The same from a file that somebody carried here. */
export async function readDelta(
  file: File,
  { entry }: Pick<Session, 'entry'>,
): Promise<Signed | DeltaRefusal> {
  const parsed = ReferenceDelta.safeParse(
    await textOfFile(file, 'list')
      .then(JSON.parse)
      .catch(() => undefined),
  )
  return parsed.success ? verified(parsed.data, entry.id, file.name) : noUpdate
}

async function verified(delta: ReferenceDelta, book: string, source: string): Promise<Signed | DeltaRefusal> {
  if (!(await invoke('reference.verify', book, delta))) return forged
  const key = delta.signature.publicKey
  return { delta, key, fingerprint: await fingerprintOf(key), source }
}

async function fingerprintOf(key: string): Promise<string> {
  const bytes = Uint8Array.from(key.match(/../g)!, (pair) => parseInt(pair, 16))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')
}

type Failure = { code: string; message: DeltaRefusal['text']; fix: DeltaRefusal['fix'] }
const wordsOf = ({ code, message, fix }: Failure): DeltaRefusal => ({ code, text: message, fix })

export const tryAgain: DeltaRefusal['fix'] = { zh: '请重试', en: 'Try again' }
const noService: DeltaRefusal = {
  code: 'no-service',
  text: { zh: '本账套没有设置单一窗口', en: 'No single window is set up for this book' },
  fix: {
    zh: '请在「网络与证书」设置，或读入更新文件',
    en: 'Set it up under Network, or read an update file',
  },
}
const noUpdate: DeltaRefusal = {
  code: 'not-an-update',
  text: { zh: '这不是签名的更新文件', en: 'This is not a signed update' },
  fix: {
    zh: '请选择单一窗口签名的更新文件（.json）；没有签名的表用「导入」',
    en: 'Choose the signed update of a single window (.json); tables without a signature are imported',
  },
}
const forged: DeltaRefusal = {
  code: 'signature',
  text: {
    zh: '签名不符：内容在签名之后被改动，或不是由所示公钥签名',
    en: 'The signature does not hold: the content was changed after it was signed, or another key signed it',
  },
  fix: { zh: '未采用。请向发布方重新索取', en: 'Nothing was taken. Ask the publisher for it again' },
}
