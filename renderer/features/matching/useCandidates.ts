import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import type { BookPort, OrderDossier, PaymentRow, WaybillRow } from '../../data/port'

/** How a document stands to the order: `near` names it in another spelling, `own` counts for it already. */
export type Standing = 'near' | 'own' | 'found'
export type Candidate =
  | { table: 'payments'; standing: Standing; row: PaymentRow }
  | { table: 'waybills'; standing: Standing; row: WaybillRow }

const rank: Record<Standing, number> = { near: 0, own: 1, found: 2 }
const mostFound = 20

async function rowsOf(port: BookPort, ids: string[], number: string): Promise<Candidate[]> {
  const filters = [
    ...(ids.length > 0 ? [{ ids }] : []),
    ...(number ? [{ where: [{ column: 'orderNo', is: 'contains' as const, value: number }] }] : []),
    ...(number ? [{ numbers: [number] }] : []),
  ]
  const pages = await Promise.all(
    filters.flatMap((filter) => [
      port
        .page({ table: 'payments', filter, offset: 0, limit: mostFound })
        .then(({ rows }) => rows.map((row) => ({ table: 'payments', standing: 'found', row }) as Candidate)),
      port
        .page({ table: 'waybills', filter, offset: 0, limit: mostFound })
        .then(({ rows }) => rows.map((row) => ({ table: 'waybills', standing: 'found', row }) as Candidate)),
    ]),
  )
  return [...new Map(pages.flat().map((one) => [one.row.id, one])).values()]
}

/** An order and the documents that may belong to it: near misses first, then its own, then those found by a number. */
export function useCandidates(order: string, number: string) {
  const port = useBook()
  const { value, state } = useQueryState(async () => {
    const dossier = (await port.order(order)) as OrderDossier | undefined
    if (!dossier) return undefined
    const near = new Set(dossier.match?.near)
    const own = new Set([...(dossier.match?.payments ?? []), ...(dossier.match?.waybills ?? [])])
    const found = await rowsOf(port, [...near, ...own], number.trim())
    const standingOf = (id: string): Standing => (near.has(id) ? 'near' : own.has(id) ? 'own' : 'found')
    const candidates = found
      .map((one) => ({ ...one, standing: standingOf(one.row.id) }))
      .sort((a, b) => rank[a.standing] - rank[b.standing])
    return { dossier, candidates }
  }, `${order} ${number.trim()}`)
  return { dossier: value?.dossier, candidates: value?.candidates ?? [], state }
}
