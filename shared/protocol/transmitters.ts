import { z } from 'zod'
import { tableOf } from '../ceb/tables'
import type { Direction } from '../model/mode'
import type { Text } from '../model/text'

/** Who transmits a message (practice: never make a message that another party answers for). */
export const Transmitter = z.enum(['self', 'platform', 'payment', 'carrier', 'site', 'customs'])
export type Transmitter = z.infer<typeof Transmitter>

export const partyNames: Readonly<Record<Transmitter, Text>> = {
  self: { zh: '本企业', en: 'this company' },
  platform: { zh: '平台', en: 'the platform' },
  payment: { zh: '支付企业', en: 'the payment company' },
  carrier: { zh: '物流企业', en: 'the carrier' },
  site: { zh: '监管场所', en: 'the supervised site' },
  customs: { zh: '海关', en: 'customs' },
}

/** Messages of the chains of export and of retail import, in the order in which they are transmitted. */
export const chainMessages = [
  'CEB303',
  'CEB505',
  'CEB403',
  'CEB603',
  'CEB507',
  'CEB607',
  'CEB509',
  'CEB701',
  'CEB792',
  'CEB311',
  'CEB411',
  'CEB511',
  'CEB621',
  'CEB513',
] as const
export type ChainMessage = (typeof chainMessages)[number]

/**
 * One message of the chain: who may transmit it, the usual one first, and the element of the 清单 by which a counterparty
 * is known that does it otherwise. 507, 509, 513 and 792 are never this enterprise's.
 */
export type ChainStep = {
  message: ChainMessage
  direction: Direction
  name: Text
  parties: readonly Transmitter[]
  counterparty?: 'ebpCode' | 'logisticsCode'
  /** What the 清单 waits for while nobody is known to have transmitted it. */
  awaited: Text
}

const step = (
  message: ChainMessage,
  [zh, en]: readonly [string, string],
  parties: readonly Transmitter[],
  awaited: readonly [string, string],
  counterparty?: ChainStep['counterparty'],
): ChainStep => ({
  message,
  direction: tableOf(message).direction === 'import' ? 'import' : 'export',
  name: { zh, en },
  parties,
  awaited: { zh: awaited[0], en: awaited[1] },
  ...(counterparty && { counterparty }),
})

/**
 * Defaults: what an enterprise with its own link to the single window does (practice, 口径待确认). A 支付单 and an import
 * waybill are the payment company's and the carrier's, or of an express operator authorised to send them (公告2018-113).
 */
export const chain: readonly ChainStep[] = [
  step(
    'CEB303',
    ['订单', 'Order'],
    ['self', 'platform'],
    ['等平台订单', 'waits for the order of the platform'],
    'ebpCode',
  ),
  step(
    'CEB505',
    ['运单', 'Waybill'],
    ['self', 'carrier'],
    ['等物流企业运单', 'waits for the waybill of the carrier'],
    'logisticsCode',
  ),
  step(
    'CEB403',
    ['收款单', 'Receipt of payment'],
    ['self', 'payment', 'platform'],
    ['收款单由对方传输，不影响清单', 'the other side transmits it; the list does not wait'],
    'ebpCode',
  ),
  step('CEB603', ['清单', 'List'], ['self'], ['等申报', 'waits to be declared']),
  step(
    'CEB507',
    ['运抵单', 'Arrival'],
    ['site', 'carrier'],
    ['等运抵', 'waits for its arrival'],
    'logisticsCode',
  ),
  step(
    'CEB607',
    ['总分单', 'Consolidation'],
    ['self', 'carrier'],
    ['等总分单', 'waits for its consolidation'],
    'logisticsCode',
  ),
  step('CEB509', ['离境单', 'Departure'], ['carrier'], ['等离境单', 'waits for its departure']),
  step(
    'CEB701',
    ['汇总申请', 'Summary application'],
    ['self'],
    ['等月末汇总', 'waits for the month-end summary'],
  ),
  step('CEB792', ['汇总结果', 'Summary result'], ['customs'], ['等汇总结果', 'waits for the summary result']),
  step(
    'CEB311',
    ['进口订单', 'Import order'],
    ['self', 'platform'],
    ['等平台订单', 'waits for the order of the platform'],
    'ebpCode',
  ),
  step(
    'CEB411',
    ['支付单', 'Payment'],
    ['payment', 'self'],
    ['等支付企业支付单', 'waits for the payment company'],
    'ebpCode',
  ),
  step(
    'CEB511',
    ['进口运单', 'Import waybill'],
    ['carrier', 'self'],
    ['等物流企业运单', 'waits for the waybill of the carrier'],
    'logisticsCode',
  ),
  step('CEB621', ['进口清单', 'Import list'], ['self'], ['等申报', 'waits to be declared']),
  step('CEB513', ['运单签收', 'Delivery'], ['carrier'], ['等签收', 'waits for the buyer to receive it']),
]

export const stepOf = (message: ChainMessage): ChainStep => chain.find((one) => one.message === message)!

/** A counterparty that transmits a message otherwise than the enterprise's rule says. */
export const Exception = z.object({
  message: z.enum(chainMessages),
  /** Code of the platform or carrier as the 清单 names it. */
  code: z.string().min(1).max(18),
  transmitter: Transmitter,
})
export type Exception = z.infer<typeof Exception>

/** Who transmits what: the enterprise's rule by message, and exceptions by counterparty. */
export const Transmitters = z.object({
  transmits: z.partialRecord(z.enum(chainMessages), Transmitter),
  exceptions: z.array(Exception).optional(),
})
export type Transmitters = z.infer<typeof Transmitters>

/**
 * Who transmits a message for a 清单: the exception of its counterparty, else the rule, else the usual party.
 * @param head head of the 清单
 */
export function transmitterOf(
  { transmits, exceptions = [] }: Transmitters,
  message: ChainMessage,
  head: Readonly<Record<string, string>>,
): Transmitter {
  const { counterparty, parties } = stepOf(message)
  const code = counterparty && head[counterparty]
  const other = exceptions.find((one) => one.message === message && one.code === code)
  return other?.transmitter ?? transmits[message] ?? parties[0]!
}
