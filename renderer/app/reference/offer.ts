import type { Bridge } from '#shared/ipc/contract'
import { accountOf } from '#shared/ipc/exchange'
import { ReferenceDelta } from '#shared/protocol/api'
import { plainUpdate } from '#shared/reference/plain'
import { isRefusal, type ReferenceRefusal } from '#shared/reference/refusals'
import { textOfFile } from '../../data/whole-file'
import type { EditionView, ReferenceOffer } from '../../data/port'
import type { Session } from '../book'
import { serviceStatus } from '../exchange'

/** What can be taken, and as it came: a signed one is carried on to a machine without a line. */
export type Found = { offer: ReferenceOffer; delta?: ReferenceDelta }

const invoke: Bridge['invoke'] = (channel, ...args) => window.yiguan.invoke(channel, ...args)

/**
 * The update of a table from the single window of the book: what changed since the edition that is here of what it signed,
 * else all of it.
 * @param have editions of the table that count here, oldest first; none to fetch all of it
 */
export async function fetchOffer(
  { entry, enterprise }: Pick<Session, 'entry' | 'enterprise'>,
  table: string,
  have: readonly EditionView[],
): Promise<Found | ReferenceRefusal> {
  const { service } = await serviceStatus(entry.id)
  if (service === null || !enterprise) return noService
  const account = accountOf(service, enterprise.customsCode)
  const catalogue = await invoke('reference.catalogue', entry.id, { account })
  if (!catalogue.ok) return wordsOf(catalogue.failure)
  const last = have.at(-1)
  const since = last?.signer === catalogue.value.signingKey ? last.version : undefined
  const outcome = await invoke('reference.delta', entry.id, { account, table, ...(since && { since }) })
  return outcome.ok ? verified(outcome.value, entry.id, service) : wordsOf(outcome.failure)
}

/** The same from a file that somebody carried here; data of a zone and lists of goods may come without a signature. */
export async function readOffer(
  file: File,
  { entry }: Pick<Session, 'entry'>,
): Promise<Found | ReferenceRefusal> {
  const text = await textOfFile(file, 'list')
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return broken
  }
  const { data } = ReferenceDelta.safeParse(json)
  if (data) return verified(data, entry.id, file.name)
  const update = plainUpdate(json, file.name)
  return isRefusal(update) ? update : { offer: { update, source: file.name } }
}

async function verified(
  delta: ReferenceDelta,
  book: string,
  source: string,
): Promise<Found | ReferenceRefusal> {
  if (!(await invoke('reference.verify', book, delta))) return forged
  const { signature, ...update } = delta
  return { offer: { update, signer: signature.publicKey, source }, delta }
}

/** SHA-256 of a public key in pairs, as its owner reads it out. */
export async function fingerprintOf(key: string): Promise<string> {
  const bytes = Uint8Array.from(key.match(/../g)!, (pair) => parseInt(pair, 16))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')
}

type Failure = { code: string; message: ReferenceRefusal['text']; fix: ReferenceRefusal['fix'] }
const wordsOf = ({ code, message, fix }: Failure): ReferenceRefusal => ({ code, text: message, fix })

export const tryAgain: ReferenceRefusal['fix'] = { zh: '请重试', en: 'Try again' }
const noService: ReferenceRefusal = {
  code: 'no-service',
  text: { zh: '本账套没有设置单一窗口', en: 'No single window is set up for this book' },
  fix: {
    zh: '请在「网络与证书」设置，或读入更新文件',
    en: 'Set it up under Network, or read an update file',
  },
}
const broken: ReferenceRefusal = {
  code: 'no-json',
  text: { zh: '文件不是完好的 JSON，可能残缺', en: 'The file is no sound JSON; part of it may be missing' },
  fix: { zh: '请向发布方重新索取', en: 'Ask its publisher for it again' },
}
const forged: ReferenceRefusal = {
  code: 'signature',
  text: {
    zh: '签名不符：内容在签名之后被改动，或不是由所示公钥签名',
    en: 'The signature does not hold: the content was changed after it was signed, or another key signed it',
  },
  fix: { zh: '未采用。请向发布方重新索取', en: 'Nothing was taken. Ask the publisher for it again' },
}
