import { z } from 'zod'
import type { Exported } from '#shared/protocol/engine/export'
import type { SubmissionHead } from '#shared/protocol/engine/records'
import { packedState } from '#shared/protocol/outage'
import { returnInstant } from '#shared/protocol/receipts'
import { sendingRank } from '#shared/protocol/keys'
import { statusWords } from '#shared/protocol/status'
import { readBatches, readMembers } from '../../../data/engine/batches'
import { readHistories, type DocumentHistory } from '../../../data/engine/dossier'
import { DataRefusal } from '../../../data/errors/refusal'
import { readFacts } from '../../../data/facts/read'
import type {
  OutageChoice,
  OutageLink,
  OutagePackView,
  PackedDocument,
  SealedRecord,
} from '../../../data/port'
import { allRecords, getRecords } from '../../../data/read/records'
import { putSetting, readSetting } from '../../../data/settings'
import { command } from '../../../data/write/command'
import type { BookSession } from '../session'
import type { Carry } from './carry'

const mostLists = 2_000
const keyOf = (id: string) => `outage.pack.${id}`

/** What stays in the book of a pack: enough to find the receipts of each of its documents. */
const StoredPack = z.object({
  id: z.string(),
  at: z.string(),
  statedAt: z.string(),
  who: z.string(),
  why: z.string(),
  sha256: z.string(),
  shownPath: z.string(),
  documents: z.array(
    z.object({
      list: z.string(),
      copNo: z.string(),
      message: z.string(),
      businessKey: z.string(),
      batchId: z.string(),
    }),
  ),
})
type StoredPack = z.infer<typeof StoredPack>

/** Outage packs of the open book. */
export class Outage {
  readonly #session: BookSession
  readonly #carry: Carry

  constructor(session: BookSession, carry: Carry) {
    this.#session = session
    this.#carry = carry
  }

  async make(
    lists: readonly string[],
    { why, statedAt, skewMs }: OutageChoice,
    link: OutageLink,
  ): Promise<OutagePackView> {
    if (lists.length === 0) throw new DataRefusal('no-lists-for-pack')
    if (lists.length > mostLists) {
      throw new DataRefusal('too-many-for-pack', { count: lists.length, max: mostLists })
    }
    const { book, who } = this.#session
    const { context } = book
    const chosen = new Set(lists)
    const wanted = { batches: await this.#batchesWith(chosen), queued: true, dossiers: chosen }
    const records = (await getRecords(context, 'lists', lists)).map(({ record }) => record)
    const orders = await readFacts(context, 'orders', [...new Set(records.flatMap((one) => one.orders))])
    const id = crypto.randomUUID()
    const at = context.now()
    const journal = await this.#journalHead()
    const skew = skewMs === undefined ? {} : { skewMs }
    const record = { who, why, statedAt, ...skew, journal, tables: [], lists: records.map(lineOf) }
    const write = async ({ account, batches }: Exported) =>
      link.write({
        id,
        createdAt: at,
        account,
        enterprise: await this.#carry.enterprise(),
        record,
        batches: batches.map(({ id: batchId, ...batch }) => ({ batchId, ...batch })),
        lists: records,
        orders: orders.map((fact) => fact.record),
      })
    const { out, saved } = await this.#carry.takeOut(wanted, link, write)
    const members = await readMembers(
      context,
      out.batches.map((batch) => batch.id),
    )
    const copNos = new Map(records.map((one, i) => [lists[i]!, one.list.copNo]))
    const { sha256, shownPath } = saved
    const documents = members.map((one) => documentOf(one, copNos)).sort(byList)
    const pack: StoredPack = { id, at, statedAt, who, why, sha256, shownPath, documents }
    await command(context, 'outage.pack', who, why, async (draft) => [
      await putSetting(draft, keyOf(id), pack),
    ])
    return viewOf(pack)
  }

  async packs(): Promise<OutagePackView[]> {
    const settings = await allRecords(this.#session.book.context, 'settings')
    const found = settings.flatMap(({ record: { key, value } }) =>
      key.startsWith(keyOf('')) ? (StoredPack.safeParse(value).data ?? []) : [],
    )
    return found.map(viewOf).sort((a, b) => (a.at < b.at ? 1 : -1))
  }

  async pack(id: string): Promise<{ pack: OutagePackView; documents: PackedDocument[] }> {
    const { context } = this.#session.book
    const pack = await readSetting(context, keyOf(id), StoredPack)
    if (!pack) throw new DataRefusal('missing', { table: 'settings', id })
    const histories = await readHistories(context, pack.documents)
    const documents = pack.documents.map((one, i) => ({ ...one, ...answerOf(histories[i]!) }))
    return { pack: viewOf(pack), documents }
  }

  /** Batches that have no result yet and carry one of these 清单. */
  async #batchesWith(lists: ReadonlySet<string>): Promise<string[]> {
    const { context } = this.#session.book
    const open = (await readBatches(context)).filter(
      ({ stage, ghost }) => !ghost && stage !== 'answered' && stage !== 'dissolved',
    )
    const members = await readMembers(
      context,
      open.map(({ id }) => id),
    )
    const carrying = new Set(members.filter(({ dossier }) => lists.has(dossier)).map(({ batch }) => batch))
    return open.flatMap(({ id }) => (carrying.has(id) ? id : []))
  }

  async #journalHead(): Promise<{ seq: number; hash: string }> {
    const { connections } = this.#session.book.context
    const head = (await connections.run('strict', (db) => db.table('meta').get('journal'))) as
      { value: { seq: number; hash: string } } | undefined
    return { seq: head?.value.seq ?? 0, hash: head?.value.hash ?? '' }
  }
}

const lineOf = ({ list }: SealedRecord<'lists'>) => {
  const { copNo, orderNo, logisticsNo, country, currency, amount } = list
  return { copNo, orderNo, logisticsNo, country, currency, amount, state: packedState }
}

function documentOf(
  { dossier, message, businessKey, batch }: SubmissionHead,
  copNos: ReadonlyMap<string, string>,
): StoredPack['documents'][number] {
  return { list: dossier, copNo: copNos.get(dossier) ?? '', message, businessKey, batchId: batch ?? '' }
}

/** A list with its documents in the order they are sent in. */
const byList = (a: StoredPack['documents'][number], b: StoredPack['documents'][number]) =>
  a.copNo === b.copNo ? sendingRank(a.message) - sendingRank(b.message) : a.copNo < b.copNo ? -1 : 1

function viewOf({ documents, ...pack }: StoredPack): OutagePackView {
  return { ...pack, lists: new Set(documents.map(({ list }) => list)).size, documents: documents.length }
}

/** What came for a document, as its newest attempt stands. */
function answerOf({
  last,
}: DocumentHistory): Pick<PackedDocument, 'code' | 'words' | 'at' | 'preNo' | 'invtNo'> {
  const { refusal, code: stood = '', time: since = '', preNo = '', invtNo = '' } = last?.state ?? {}
  const { code, time } = refusal?.open ? refusal : { code: stood, time: since }
  const words = code === '' ? { zh: '', en: '' } : statusWords(code)
  return { code, words, at: returnInstant(time) ?? '', preNo, invtNo }
}
