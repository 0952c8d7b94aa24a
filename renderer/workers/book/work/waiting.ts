import type { Book } from '../../../data/book'
import { readWaiting } from '../../../data/engine/waiting'
import { groupBy } from '../../../data/group-by'
import type { WaitingGroup } from '../../../data/port'
import { isDeclaredBefore } from '#shared/protocol/engine/transitions'
import { isRefusalUnclear } from '#shared/protocol/engine/unclear'
import type { Projection } from '../projection/projection'

const copNosListed = 20

/** What waits in the queue, by cause. */
export async function waitingGroups({ context }: Book, { lists }: Projection): Promise<WaitingGroup[]> {
  const all = await readWaiting(context)
  const groups = groupBy(all, ({ reason }) => `${reason.code} ${reason.message ?? ''}`)
  return [...groups.values()]
    .map((group): WaitingGroup => {
      const dossiers = [...new Set(group.map(({ waiting }) => waiting.dossier))]
      const copNos = dossiers.flatMap((dossier) => lists.get(dossier)?.copNo ?? [])
      return {
        reason: group[0]!.reason,
        documents: group.length,
        lists: dossiers.length,
        copNos: copNos.slice(0, copNosListed),
        unclear: group
          .filter(({ waiting }) => isRefusalUnclear(waiting))
          .map(({ waiting: { id, message, businessKey } }) => ({
            id,
            message,
            number: businessKey.replaceAll('|', ' '),
          })),
        before: group
          .filter(({ waiting }) => isDeclaredBefore(waiting))
          .map(({ waiting: { id, message, businessKey, state } }) => ({
            id,
            message,
            number: businessKey.replaceAll('|', ' '),
            status: state.refusal?.open ? state.refusal.code : state.code,
          })),
      }
    })
    .sort((a, b) => b.documents - a.documents)
}
