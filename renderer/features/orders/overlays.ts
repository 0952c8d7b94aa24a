import type { Change, OrderDossier, Overlay, Stored } from '../../data/port'

export type Aspect = Overlay['aspect']
type Of<A extends Aspect> = Extract<Overlay, { aspect: A }>

/** What was laid over the order under one aspect, with what is needed to change it. */
export function laid<A extends Aspect>({ overlays }: OrderDossier, aspect: A): Stored<Of<A>> | undefined {
  return overlays.find(({ record }) => record.aspect === aspect) as Stored<Of<A>> | undefined
}

/** Lay a decision over the order, in place of an earlier one of the same aspect. */
export function put(dossier: OrderDossier, record: Overlay): Change {
  const before = laid(dossier, record.aspect)
  return { table: 'overlays', op: 'put', id: before?.id, rev: before?.rev ?? 0, record }
}

/** Take decisions back, as far as they were made. */
export function remove(dossier: OrderDossier, ...aspects: readonly Aspect[]): Change[] {
  return aspects.flatMap((aspect): Change[] => {
    const before = laid(dossier, aspect)
    return before ? [{ table: 'overlays', op: 'delete', id: before.id, rev: before.rev }] : []
  })
}
