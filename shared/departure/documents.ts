import { derivation, derive, type Derivation } from '../declaration/derive/derivation'
import { shanghaiTime } from '../time/shanghai'
import type { CebDocument } from '../model/list'
import { sum } from '../money/decimal'
import type { Departure, Parcel } from './departure'

/** Parcels named in one message; the specification sets no limit, this one is ours (企业内部口径). */
export const PARCELS_PER_PART = 1000

/** Who declares; as on the 清单 of the parcels. */
export type Agent = { code: string; name: string }
export type ConsolidationInput = Omit<Departure, 'documents' | 'state' | 'grossWeight'> & {
  agent: Agent
  appType: string
  /** Made anew for each part. */
  guid: () => string
  /** ISO instant. */
  now: string
}
type Part = ConsolidationInput & { gross: string; count: number; no: number }

const kept = (element: keyof Departure & string) =>
  derivation<Part>(element, 'system', (part) => part[element as 'billNo'])

/** CEB607 清单总分单: bill, voyage and parcels; the gross weight is that of all parcels, on every part. */
const head: readonly Derivation<Part>[] = [
  derivation('guid', 'system', ({ guid }) => guid()),
  derivation('appType', 'system', ({ appType }) => appType),
  derivation('appTime', 'system', ({ now }) => shanghaiTime(now)),
  derivation('appStatus', 'fixed', () => '2'),
  kept('customsCode'),
  kept('copNo'),
  kept('preNo'),
  derivation('agentCode', 'system', ({ agent }) => agent.code),
  derivation('agentName', 'system', ({ agent }) => agent.name),
  kept('loctNo'),
  kept('trafMode'),
  kept('trafName'),
  kept('voyageNo'),
  kept('billNo'),
  kept('domesticTrafNo'),
  derivation('grossWeight', 'system', ({ gross }) => gross),
  kept('logisticsCode'),
  kept('logisticsName'),
  derivation('msgCount', 'system', ({ count }) => String(count)),
  derivation('msgSeqNo', 'system', ({ no }) => String(no)),
]

export const grossOf = (parcels: readonly Parcel[]): string =>
  sum(parcels.map(({ grossWeight }) => grossWeight))

/** The documents of one 总分单; parcels are numbered through over all parts. */
export function consolidationDocuments(input: ConsolidationInput): CebDocument[] {
  const { parcels } = input
  const count = Math.max(1, Math.ceil(parcels.length / PARCELS_PER_PART))
  const gross = grossOf(parcels)
  return Array.from({ length: count }, (_, at) => ({
    head: derive(head, { ...input, gross, count, no: at + 1 }),
    lines: parcels
      .slice(at * PARCELS_PER_PART, (at + 1) * PARCELS_PER_PART)
      .map(({ logisticsNo, totalPackageNo }, n) => ({
        gnum: String(at * PARCELS_PER_PART + n + 1),
        ...(totalPackageNo && { totalPackageNo }),
        logisticsNo,
      })),
  }))
}
