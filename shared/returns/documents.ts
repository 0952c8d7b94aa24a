import { tableOf } from '../ceb/tables'
import { derivation, derive, type Derivation } from '../declaration/derive/derivation'
import { shanghaiTime } from '../time/shanghai'
import type { CebDocument } from '../model/list'
import type { ReturnTransport } from './case'
import { returnLines, type ReturnedItem } from './quantities'

export type ReturnInput = {
  /** The 清单 as declared (603 or 621), and the number customs gave it. */
  list: CebDocument
  invtNo: string
  copNo: string
  preNo?: string | undefined
  appType: string
  reason: string
  items: readonly ReturnedItem[]
  /** Only a 213 has it. */
  transport?: ReturnTransport | undefined
  guid: string
  /** ISO instant. */
  now: string
}

const declared = (element: string) =>
  derivation<ReturnInput>(element, 'system', ({ list }) => list.head[element])
const carried = (element: keyof ReturnTransport) =>
  derivation<ReturnInput>(element, 'system', ({ transport }) => transport?.[element])

const opening: readonly Derivation<ReturnInput>[] = [
  derivation('guid', 'system', ({ guid }) => guid),
  derivation('appType', 'system', ({ appType }) => appType),
  derivation('appTime', 'system', ({ now }) => shanghaiTime(now)),
  derivation('appStatus', 'fixed', () => '2'),
]
const numbers: readonly Derivation<ReturnInput>[] = [
  derivation('preNo', 'system', ({ preNo }) => preNo),
  derivation('invtNo', 'system', ({ invtNo }) => invtNo),
]
const reason = derivation<ReturnInput>('reason', 'system', (input) => input.reason)

/** 退货监管方式 by that of the 清单. The message knows none for 9810, which 公告2020-44 allows too: left out (口径待确认). */
const returnModes: Readonly<Record<string, string>> = { '9610': '9661', '1210': '1261' }

/** CEB213 出口退货申请单: the parties of the 清单, and how the goods come in. */
const exportHead: readonly Derivation<ReturnInput>[] = [
  ...opening,
  carried('customsCode'),
  carried('loctNo'),
  ...['ebpCode', 'ebpName', 'ebcCode', 'ebcName'].map(declared),
  carried('logisticsNo'),
  carried('logisticsCode'),
  carried('logisticsName'),
  derivation('coElNo', 'system', ({ copNo }) => copNo),
  ...numbers,
  derivation('tradeMode', 'system', ({ list }) => returnModes[list.head['tradeMode'] ?? '']),
  declared('agentCode'),
  declared('agentName'),
  carried('billNo'),
  derivation('ieFlag', 'fixed', () => 'I'),
  carried('trafMode'),
  carried('trafName'),
  carried('portCode'),
  reason,
  carried('country'),
  carried('voyageNo'),
]

/** CEB625 进口退货申请单: order, parcel and buyer of the 清单. */
const importHead: readonly Derivation<ReturnInput>[] = [
  ...opening,
  ...[
    ...['customsCode', 'orderNo', 'ebpCode', 'ebpName', 'ebcCode', 'ebcName'],
    ...['logisticsNo', 'logisticsCode', 'logisticsName'],
  ].map(declared),
  derivation('copNo', 'system', ({ copNo }) => copNo),
  ...numbers,
  ...['buyerIdType', 'buyerIdNumber', 'buyerName', 'buyerTelephone', 'agentCode', 'agentName'].map(declared),
  reason,
]

/** The 退货申请单 of a 清单: 213 for an export, 625 for an import. */
export function returnDocument(message: 'CEB213' | 'CEB625', input: ReturnInput): CebDocument {
  const fields = new Set(tableOf(message).lines!.fields.map(({ name }) => name))
  return {
    head: derive(message === 'CEB213' ? exportHead : importHead, input),
    lines: returnLines(input.list, input.items, fields),
  }
}

/** What the form starts with: the goods come back the way they left, until somebody says otherwise. */
export function usualTransport({ head }: CebDocument): ReturnTransport {
  const text = (element: string) => head[element] ?? ''
  return {
    customsCode: text('customsCode'),
    ...(text('loctNo') && { loctNo: text('loctNo') }),
    logisticsNo: text('logisticsNo'),
    logisticsCode: text('logisticsCode'),
    logisticsName: text('logisticsName'),
    billNo: text('billNo') || text('logisticsNo'),
    trafMode: text('trafMode'),
    trafName: text('trafName'),
    voyageNo: text('voyageNo'),
    portCode: text('portCode'),
    country: text('country'),
  }
}
