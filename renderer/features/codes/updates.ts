import type { CodeBook } from '#shared/codes/book'
import { planDelta, type DeltaPlan, type DeltaRefusal } from '#shared/codes/delta'
import { isCodeTable, type OwnCodes } from '#shared/codes/own'
import type { CodeTableId } from '#shared/codes/table'
import type { Bridge } from '#shared/ipc/contract'
import { accountOf } from '#shared/ipc/exchange'
import { ReferenceDelta } from '#shared/protocol/api'
import type { Session } from '../../app/book'
import { serviceStatus } from '../../app/exchange'

/** An update whose signature holds: what it would change here, and who signed it. */
export type Proposal = DeltaPlan & {
  key: string
  /** SHA-256 of the key in pairs, as its owner reads it out. */
  fingerprint: string
  /** An update of this signer was taken on this machine before. */
  isKnown: boolean
  source: string
  /** As it came, to be carried to a machine without a line. */
  delta: ReferenceDelta
}
export type Offer = Proposal | DeltaRefusal

const invoke: Bridge['invoke'] = (channel, ...args) => window.yiguan.invoke(channel, ...args)

/** The update of a table from the single window of the book: what is new since the version laid over it, else all. */
export async function fetchUpdate(
  { entry, enterprise }: Session,
  table: CodeTableId,
  book: CodeBook,
  own: OwnCodes,
): Promise<Offer> {
  const { service } = await serviceStatus(entry.id)
  if (service === null || !enterprise) return noService
  const account = accountOf(service, enterprise.customsCode)
  const catalogue = await invoke('reference.catalogue', entry.id, { account })
  if (!catalogue.ok) return wordsOf(catalogue.failure)
  const reference = referenceOf(own, table)
  const since = reference?.key === catalogue.value.signingKey ? reference.version : undefined
  const outcome = await invoke('reference.delta', entry.id, { account, table, ...(since && { since }) })
  return outcome.ok ? judge(outcome.value, entry, book, own, service) : wordsOf(outcome.failure)
}

/** The same from a file that somebody carried here. */
export async function readUpdate(
  file: File,
  { entry }: Pick<Session, 'entry'>,
  book: CodeBook,
  own: OwnCodes,
): Promise<Offer> {
  const parsed = ReferenceDelta.safeParse(
    await file
      .text()
      .then(JSON.parse)
      .catch(() => undefined),
  )
  return parsed.success ? judge(parsed.data, entry, book, own, file.name) : noUpdate
}

async function judge(
  delta: ReferenceDelta,
  { id, kind }: Session['entry'],
  book: CodeBook,
  own: OwnCodes,
  source: string,
): Promise<Offer> {
  if (!(await invoke('reference.verify', id, delta))) return forged
  const key = delta.signature.publicKey
  const reference = isCodeTable(delta.table) ? referenceOf(own, delta.table) : undefined
  const have = reference?.key === key ? reference.version : undefined
  const practice = kind === 'practice'
  const now = new Date().toISOString()
  const plan = planDelta(delta, (table) => book.table(table), have, { now, source, practice })
  if ('fix' in plan) return plan
  const isKnown = own.editions.some((one) => one.reference?.key === key)
  return { ...plan, key, fingerprint: await fingerprintOf(key), isKnown, source, delta }
}

const referenceOf = ({ editions }: OwnCodes, table: CodeTableId) =>
  editions.find((one) => one.table === table)?.reference

async function fingerprintOf(key: string): Promise<string> {
  const bytes = Uint8Array.from(key.match(/../g)!, (pair) => parseInt(pair, 16))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')
}

const wordsOf = ({
  code,
  message,
  fix,
}: {
  code: string
  message: DeltaRefusal['text']
  fix: DeltaRefusal['fix']
}) => ({
  code,
  text: message,
  fix,
})

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
  text: { zh: '这不是代码表更新文件', en: 'This is not a code table update' },
  fix: {
    zh: '请选择单一窗口签名的更新文件（.json）；Excel、CSV、DBF 用「导入代码表」',
    en: 'Choose the signed update of a single window (.json); for Excel, CSV and DBF use Import table',
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
