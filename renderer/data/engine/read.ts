import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { Original } from '#shared/protocol/engine/ports'
import type {
  BatchHead,
  BatchStage,
  OutboxStatus,
  Stage,
  SubmissionHead,
  Work,
} from '#shared/protocol/engine/records'
import type { BookContext } from '../context'
import { open } from '../sealing/cipher'
import { openAll, stateOf } from './rows'
import type { BatchRow, EngineHead, EngineRow, OutboxRow, SealedRow } from './rows'
import { loadSlice } from './slice'
import type { Seeds } from './slice'
import { stageCounter } from './write'

const openStages: readonly BatchStage[] = ['fixed', 'sending', 'sent']

/** Answer a question from the slice it concerns. */
export async function readAs<T>(
  context: BookContext,
  account: string,
  seeds: Seeds,
  question: (store: MemoryStore) => Promise<T>,
): Promise<T> {
  return question(new MemoryStore((await loadSlice(context, account, seeds)).state))
}

/** The open batches and the front of the queue, read by index: the queue may hold a hundred thousand. */
export async function readWork(
  { connections, keys }: BookContext,
  account: string,
  now: number,
  limit: number,
): Promise<Work> {
  const raw = await connections.run('strict', (db) =>
    db.transaction('r', ['engine', 'outbox', 'batches'], async (tx) => {
      const engine: EngineRow | undefined = await tx.table('engine').get('engine')
      const batches: BatchRow[] = await tx.table('batches').where('stage').anyOf(openStages).toArray()
      const queued: OutboxRow[] = await tx
        .table('outbox')
        .where('[stage+place]')
        .between(['queued', -Infinity], ['queued', Infinity])
        .limit(limit)
        .toArray()
      return { engine, batches, queued }
    }),
  )
  const [head, batches, queued] = await Promise.all([
    raw.engine && (open(keys, 'engine', 'engine', raw.engine) as Promise<EngineHead>),
    openAll<BatchHead>(keys, 'batches', raw.batches),
    openAll<SubmissionHead>(keys, 'outbox', raw.queued),
  ])
  const state = stateOf(account, head)
  for (const batch of batches) state.batches.set(batch.id, batch)
  for (const one of queued) state.submissions.set(one.id, { ...one, document: { head: {} } })
  return new MemoryStore(state).nextWork(now, limit)
}

/** Ids of the next submissions that a pass looks at. */
export async function passed({ connections }: BookContext, pass: number, limit: number): Promise<string[]> {
  const rows = await connections.run('strict', (db) =>
    Promise.all(
      ['waiting', 'queued'].map((stage) =>
        db
          .table<OutboxRow>('outbox')
          .where('[stage+place]')
          .between([stage, pass], [stage, Infinity], false)
          .limit(limit)
          .toArray(),
      ),
    ),
  )
  return rows
    .flat()
    .sort((a, b) => a.place - b.place)
    .slice(0, limit)
    .map(({ id }) => id)
}

/** Stored receipt messages behind an id. */
export async function readOriginals(
  { connections, keys }: BookContext,
  after: string,
  limit: number,
): Promise<Original[]> {
  const rows = await connections.run('strict', (db) =>
    db.table<SealedRow>('originals').where('id').above(after).limit(limit).toArray(),
  )
  return openAll<Original>(keys, 'originals', rows)
}

const stages = [
  'waiting',
  'queued',
  'sending',
  'sent',
  'accepted',
  'done',
  'rejected',
  'attention',
  'cancelled',
] as const satisfies readonly Stage[]
const batchStages = [
  ...openStages,
  'answered',
  'dissolved',
  'attention',
] as const satisfies readonly BatchStage[]

/** Figures of the online bar: stages from their counters, the rest from the few open batches. */
export async function readStatus(context: BookContext, account: string): Promise<OutboxStatus> {
  const names = [...stages.map(stageCounter), ...batchStages.map((stage) => `batches:${stage}`)]
  const rows = await context.connections.run('strict', (db) => db.table('counters').bulkGet(names))
  const count = (i: number): number => (rows[i] as { n: number } | undefined)?.n ?? 0
  const status = await readAs(context, account, {}, (store) => store.status())
  const present = <K extends string>(keys: readonly K[], from: number) =>
    Object.fromEntries(
      keys.map((key, i) => [key, count(from + i)] as const).filter(([, n]) => n > 0),
    ) as Record<K, number>
  return { ...status, stages: present(stages, 0), batches: present(batchStages, stages.length) }
}
