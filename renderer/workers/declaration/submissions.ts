import { slots } from '#shared/declaration/dossier-messages'
import { shanghaiTime } from '#shared/time/shanghai'
import type { CebDocument, DeclarationList } from '#shared/model/list'
import { waitsFor } from '#shared/protocol/correction'
import type { Enqueued } from '#shared/protocol/engine/records'
import { documentMac } from '../../data/engine/rows'
import type { BookKeys } from '../../data/sealing/keys'
import { newGuid } from './build'
import type { Outgoing } from './documents'

/** The documents of one 清单 as they go into the queue: each under a guid and time of this very attempt. */
export async function submissionsOf(
  keys: BookKeys,
  listId: string,
  { send, awaited, kind }: Sending,
  now: string,
): Promise<Enqueued[]> {
  const going = send.map((one) => ({ ...one, change: one.document.head['appType'] === '2' }))
  const waits = waitsFor([...awaited, ...going], kind)
  return Promise.all(
    going.map(async (part): Promise<Enqueued> => {
      const { message, businessKey, document } = part
      const guid = newGuid()
      return {
        id: crypto.randomUUID(),
        dossier: listId,
        message,
        businessKey,
        mark: await documentMac(keys, message, businessKey),
        guid,
        waits: waits.get(part) ?? [],
        document: stamped(document, guid, now),
      }
    }),
  )
}

/** What goes now, what it has to wait for although it does not go now, and why it goes. */
export type Sending = {
  send: readonly Outgoing[]
  awaited: readonly Outgoing[]
  kind: 'declare' | 'correct'
}

const stamped = (document: CebDocument, guid: string, now: string): CebDocument => ({
  ...document,
  head: { ...document.head, guid, ...('appTime' in document.head && { appTime: shanghaiTime(now) }) },
})

/** The 清单 with its documents as they were queued, so that what is shown and printed is what was sent. */
export function withSent(list: DeclarationList, submissions: readonly Enqueued[]): DeclarationList {
  const documents = { ...list.documents }
  for (const { message, document } of submissions) {
    documents[slots[message as keyof typeof slots]] = document
  }
  return { ...list, documents }
}
