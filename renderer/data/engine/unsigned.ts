import type { SubmissionHead } from '#shared/protocol/engine/records'
import { readPlain, rowOf, rowsBy } from '../connection/lookup'
import type { BookContext } from '../context'
import { open } from '../sealing/cipher'
import { dossierOf, openAll } from './rows'
import type { EngineHead, EngineRow, OutboxRow } from './rows'

/** Messages that have to be signed and cannot be now, as the engine last learned; none of those that are not taken. */
export async function unsignedMessages({ connections, keys }: BookContext): Promise<string[]> {
  const row = await connections.run('strict', (db) =>
    readPlain(db, ['engine'], (stores) => rowOf<EngineRow>(stores('engine'), 'engine')),
  )
  if (!row) return []
  const { unsigned = [], untaken = [] } = (await open(keys, 'engine', 'engine', row)) as Partial<EngineHead>
  return unsigned.filter((message) => !untaken.includes(message))
}

/**
 * 待签名: dossiers with a waiting document of these messages.
 * @param among only these dossiers are looked at; the whole queue when it is not given
 */
export async function unsignedDossiers(
  { connections, keys }: BookContext,
  messages: readonly string[],
  among?: readonly string[],
): Promise<Set<string>> {
  if (messages.length === 0) return new Set()
  const macs = among && (await Promise.all(among.map((dossier) => dossierOf(keys, dossier))))
  const rows = await connections.run('strict', (db) =>
    macs
      ? readPlain(db, ['outbox'], (stores) => rowsBy<OutboxRow>(stores('outbox').index('dossier'), macs))
      : db
          .table<OutboxRow>('outbox')
          .where('[stage+place]')
          .between(['waiting', -Infinity], ['waiting', Infinity])
          .toArray(),
  )
  const waiting = rows.filter(({ stage }) => stage === 'waiting')
  const heads = await openAll<SubmissionHead>(keys, 'outbox', waiting)
  return new Set(heads.filter(({ message }) => messages.includes(message)).map(({ dossier }) => dossier))
}
