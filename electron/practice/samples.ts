import { randomUUID } from 'node:crypto'
import { encodeMessage } from '#shared/ceb/encode'
import type { MessageType, Values } from '#shared/ceb/message'
import type { CebDocument } from '#shared/model/list'
import { businessKey, dossierKey, sendingRank } from '#shared/protocol/keys'
import { writePackage } from '#shared/protocol/package'
import { makeKeyPair, signBatch, type KeyPair } from '../single-window/batch-signature'
import { systemHost } from './host'

/** Codes that look right and belong to nobody. */
export const enterprise = { code: '911310000000000XYZ', name: '演练跨境电商有限公司' }
const ebc = { ebcCode: '13109609ZZ', ebcName: enterprise.name }
const platform = { ebpCode: '无', ebpName: '演练平台' }
const carrier = { logisticsCode: '13109609WL', logisticsName: '演练物流有限公司' }
const submission = (appTime: string): Values => ({ appType: '1', appTime, appStatus: '2' })

export type SampleChange = { head?: Values; line?: Values; appTime?: string }

function content(
  message: string,
  orderNo: string,
  { head, line, appTime = '20260301100000' }: SampleChange,
): CebDocument {
  const guid = randomUUID().toUpperCase()
  const start = { guid, ...submission(appTime) }
  const goods = {
    gnum: '1',
    itemNo: 'HX-001',
    itemName: '棉质女式T恤',
    barCode: '无',
    unit: '011',
    currency: '502',
  }
  const amounts = { qty: '2', price: '10', totalPrice: '20' }
  switch (message) {
    case 'CEB303':
      return {
        head: {
          ...start,
          orderType: 'E',
          orderNo,
          ...platform,
          ...ebc,
          goodsValue: '20',
          freight: '0',
          currency: '502',
          ...head,
        },
        lines: [{ ...goods, ...amounts, ...line }],
      }
    case 'CEB403':
      return {
        head: {
          ...start,
          ...platform,
          ...ebc,
          orderNo,
          payName: '演练支付',
          payNo: `P-${orderNo}`,
          charge: '20',
          currency: '502',
          accountingDate: '20260301090000',
          ...head,
        },
      }
    case 'CEB505':
      return {
        head: {
          ...start,
          ...carrier,
          logisticsNo: `W-${orderNo}`,
          freight: '0',
          insuredFee: '0',
          currency: '502',
          grossWeight: '0.5',
          packNo: '1',
          goodsInfo: 'T恤',
          ...head,
        },
      }
    case 'CEB603':
      return {
        head: {
          ...start,
          customsCode: '0402',
          ...platform,
          orderNo,
          ...carrier,
          logisticsNo: `W-${orderNo}`,
          copNo: `C-${orderNo}`,
          ieFlag: 'E',
          portCode: '0402',
          ieDate: '20260301',
          statisticsFlag: 'A',
          agentCode: ebc.ebcCode,
          agentName: ebc.ebcName,
          ...ebc,
          ownerCode: 'NO',
          ownerName: '演练生产有限公司',
          tradeMode: '9610',
          trafMode: '5',
          country: '502',
          POD: 'USA',
          freight: '0',
          fCurrency: '502',
          fFlag: '3',
          insuredFee: '0',
          iCurrency: '502',
          iFlag: '3',
          wrapType: '2',
          packNo: '1',
          grossWeight: '0.5',
          netWeight: '0.4',
          ...head,
        },
        lines: [
          {
            ...goods,
            gcode: '6109100022',
            gname: '棉质女式T恤',
            gmodel: '针织|女式|棉95%氨纶5%',
            country: '502',
            ...amounts,
            qty1: '2',
            unit1: '011',
            ...line,
          },
        ],
      }
    default:
      return {
        head: {
          ...start,
          customsCode: '0402',
          copNo: `X-${orderNo}`,
          reason: '买家取消订单',
          agentCode: ebc.ebcCode,
          agentName: ebc.ebcName,
          ...ebc,
          ...head,
        },
      }
  }
}

export type SampleDocument = { message: string; content: CebDocument }

/** One document of an order, valid for the format check; `change` lays other values over it. */
export const document = (message: string, orderNo: string, change: SampleChange = {}): SampleDocument => ({
  message,
  content: content(message, orderNo, change),
})

/** Order, waybill and list of one order, as they are declared together. */
export const dossier = (orderNo: string, list: SampleChange = {}): SampleDocument[] => [
  document('CEB303', orderNo),
  document('CEB505', orderNo),
  document('CEB603', orderNo, list),
]

const transfer = { copCode: ebc.ebcCode, copName: ebc.ebcName, dxpMode: 'DXP', dxpId: 'DXPENT0000000001' }
export const keys: KeyPair = makeKeyPair()

export type SampleBatch = { id: string; bytes: Uint8Array; sha256: string }

/** A signed batch of documents, one message file per type, as the engine makes them. */
export async function batch(
  documents: readonly SampleDocument[],
  how: { enterprise?: typeof enterprise; book?: 'practice' | 'real'; signer?: KeyPair; garble?: string } = {},
): Promise<SampleBatch> {
  const id = randomUUID()
  const types = [...new Set(documents.map(({ message }) => message))].sort(
    (a, b) => sendingRank(a) - sendingRank(b),
  )
  const messages = types.map((type) => {
    const guid = randomUUID().toUpperCase()
    const own = documents.filter(({ message }) => message === type).map((one) => one.content)
    const xml = encodeMessage({ type: type as MessageType, guid, version: '1.0', documents: own, transfer })
    return {
      type,
      guid,
      xml: how.garble === type ? xml.slice(0, -20) : xml,
      documents: own.map((one) => ({
        message: type,
        businessKey: businessKey(type, one.head)!,
        guid: one.head.guid!,
        dossier: dossierKey(one),
      })),
    }
  })
  const { book = 'practice', signer = keys } = how
  const head = {
    batchId: id,
    protocol: 1,
    enterprise: how.enterprise ?? enterprise,
    book,
    createdAt: '2026-03-01T02:00:00.000Z',
    epoch: 1,
  }
  const sign = (manifest: Uint8Array) => Promise.resolve(signBatch(manifest, signer))
  const { bytes, sha256 } = await writePackage(head, messages, {
    digest: systemHost.digest,
    signer: { sign },
  })
  return { id, bytes, sha256 }
}
