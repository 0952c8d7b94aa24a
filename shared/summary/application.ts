import { derivation, derive, type Derivation } from '../declaration/derive/derivation'
import { shanghaiTime } from '../time/shanghai'
import type { CebDocument } from '../model/list'
import type { Grouping } from './keys'
import type { SummaryList } from './summary-list'

/**
 * Lists named in one message of an application. The specification sets no limit; a message stays small enough to be
 * read at a glance and to be sent again alone (企业内部口径).
 */
export const LISTS_PER_PART = 2000

/** Who makes the 报关单 that comes of the application. */
export type Declarant = { code: string; name: string }

export type ApplicationInput = {
  /** At least one; all of one 申报地海关, declarant and consignor. */
  lists: readonly SummaryList[]
  copNo: string
  grouping: Grouping
  declarant: Declarant
  /** Made anew for each part. */
  guid: () => string
  /** ISO instant. */
  now: string
}

type Part = ApplicationInput & { first: SummaryList; count: number; no: number }

const declared = (element: string) =>
  derivation<Part>(element, 'system', ({ first }) => first.inventory.head[element])

/** CEB701 汇总申请单: always new (appType 1) and naming its lists; a period would take in lists nobody looked at. */
const head: readonly Derivation<Part>[] = [
  derivation('guid', 'system', ({ guid }) => guid()),
  derivation('appType', 'fixed', () => '1'),
  derivation('appTime', 'system', ({ now }) => shanghaiTime(now)),
  derivation('appStatus', 'fixed', () => '2'),
  declared('customsCode'),
  derivation('copNo', 'system', ({ copNo }) => copNo),
  declared('agentCode'),
  declared('agentName'),
  declared('ebcCode'),
  declared('ebcName'),
  derivation('declAgentCode', 'system', ({ declarant }) => declarant.code),
  derivation('declAgentName', 'system', ({ declarant }) => declarant.name),
  declared('loctNo'),
  derivation('summaryFlag', 'system', ({ grouping }) => grouping.summaryFlag),
  derivation('itemNameFlag', 'system', ({ grouping }) => grouping.itemNameFlag),
  derivation('msgCount', 'system', ({ count }) => String(count)),
  derivation('msgSeqNo', 'system', ({ no }) => String(no)),
]

/** The documents of one application: one, or as many parts as its lists need. */
export function applicationDocuments(input: ApplicationInput): CebDocument[] {
  const { lists } = input
  const count = Math.max(1, Math.ceil(lists.length / LISTS_PER_PART))
  return Array.from({ length: count }, (_, at) => ({
    head: derive(head, { ...input, first: lists[0]!, count, no: at + 1 }),
    lines: lists.slice(at * LISTS_PER_PART, (at + 1) * LISTS_PER_PART).map(({ invtNo }) => ({ invtNo })),
  }))
}

/** Lists that may go into one application: same 申报地海关, declarant, consignor and supervised site. */
export function applicationKey({ inventory: { head: h } }: Pick<SummaryList, 'inventory'>): string {
  return ['customsCode', 'agentCode', 'ebcCode', 'loctNo'].map((element) => h[element] ?? '').join('|')
}
