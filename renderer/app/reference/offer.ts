import type { Bridge } from '#shared/ipc/contract'
import { accountOf } from '#shared/ipc/exchange'
import type { ReferenceRefusal } from '#shared/reference/refusals'
import type { EditionView, ReferenceOffer } from '../../data/port'
import type { Session } from '../book'
import { serviceStatus } from '../exchange'

const invoke: Bridge['invoke'] = (channel, ...args) => window.yiguan.invoke(channel, ...args)

/**
 * The update of a table from the single window of the book: what changed since the edition that is here of what it signed,
 * else all of it. As a file, as it would be carried here: the window never reads it.
 * @param have editions of the table that count here, oldest first; none to fetch all of it
 */
export async function fetchOffer(
  { entry, enterprise }: Pick<Session, 'entry' | 'enterprise'>,
  table: string,
  have: readonly EditionView[],
): Promise<ReferenceOffer | ReferenceRefusal> {
  const { service } = await serviceStatus(entry.id)
  if (service === null || !enterprise) return noService
  const account = accountOf(service, enterprise.customsCode)
  const catalogue = await invoke('reference.catalogue', entry.id, { account })
  if (!catalogue.ok) return wordsOf(catalogue.failure)
  const last = have.at(-1)
  const since = last?.signer === catalogue.value.signingKey ? last.version : undefined
  const outcome = await invoke('reference.delta', entry.id, { account, table, ...(since && { since }) })
  if (!outcome.ok) return wordsOf(outcome.failure)
  return { file: new File([outcome.value], `${table}.json`, { type: 'application/json' }), source: service }
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
