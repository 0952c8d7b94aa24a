import { isListMessage } from '#shared/declaration/dossier-messages'
import type { Values } from '#shared/ceb/message'
import { businessKey } from '#shared/protocol/keys'
import { links } from './filed'
import type { Filed } from './filed-document'

const common = {
  appType: '1',
  appTime: '20260301120000',
  appStatus: '2',
  ebcCode: '1301960ABC',
  ebpCode: '无',
}

/** An order that comes in is known by its platform. */
const platform = { ebpCode: '1301960EBP' }

const heads: Readonly<Record<string, (orderNo: string) => Values>> = {
  CEB303: (orderNo) => ({ ...common, orderNo, currency: '502' }),
  CEB403: (orderNo) => ({ ...common, orderNo, charge: '10' }),
  CEB505: (orderNo) => ({
    ...common,
    logisticsCode: '1301960WL1',
    logisticsNo: `W-${orderNo}`,
    grossWeight: '1.2',
    packNo: '1',
  }),
  CEB603: (orderNo) => ({
    ...common,
    orderNo,
    agentCode: '1301960ABC',
    copNo: `C-${orderNo}`,
    customsCode: '0402',
    logisticsCode: '1301960WL1',
    logisticsNo: `W-${orderNo}`,
    grossWeight: '1.20',
    packNo: '1',
    statisticsFlag: 'A',
  }),
  CEB311: (orderNo) => ({
    ...common,
    ...platform,
    orderNo,
    currency: '142',
    acturalPaid: '110',
    payCode: '1301960PAY',
    payTransactionId: `P-${orderNo}`,
    buyerName: '张三',
    consignee: '李四',
  }),
  CEB411: (orderNo) => ({
    ...common,
    ...platform,
    orderNo,
    payCode: '1301960PAY',
    payTransactionId: `P-${orderNo}`,
    amountPaid: '110.00',
    currency: '142',
  }),
  CEB511: (orderNo) => ({
    ...common,
    orderNo,
    logisticsCode: '1301960WL1',
    logisticsNo: `W-${orderNo}`,
    weight: '1.2',
    packNo: '1',
    consignee: '李四',
  }),
  CEB621: (orderNo) => ({
    ...common,
    ...platform,
    orderNo,
    agentCode: '1301960ABC',
    copNo: `C-${orderNo}`,
    customsCode: '0402',
    logisticsCode: '1301960WL1',
    logisticsNo: `W-${orderNo}`,
    tradeMode: '9610',
    declTime: '20260301',
    freight: '10',
    insuredFee: '0',
    grossWeight: '1.20',
    packNo: '1',
    buyerName: '张三',
  }),
  CEB605: (orderNo) => ({
    ...common,
    agentCode: '1301960ABC',
    copNo: `X-${orderNo}`,
    invtNo: '',
    reason: '下错单',
  }),
  CEB607: (billNo) => ({
    ...common,
    agentCode: '1301960ABC',
    logisticsCode: '1301960WL1',
    copNo: `Z-${billNo}`,
    billNo,
    msgCount: '1',
    msgSeqNo: '1',
  }),
  CEB213: (coElNo) => ({ ...common, agentCode: '1301960ABC', coElNo, invtNo: '04022026E000000001' }),
  CEB625: (copNo) => ({ ...common, agentCode: '1301960ABC', copNo, invtNo: '04022026E000000001' }),
  CEB701: (copNo) => ({
    ...common,
    agentCode: '1301960ABC',
    copNo,
    customsCode: '0402',
    summaryFlag: '2',
    itemNameFlag: '1',
    msgCount: '1',
    msgSeqNo: '1',
  }),
}

const lines: Readonly<Record<string, Values[]>> = {
  CEB303: [{ gnum: '1', itemNo: 'SKU-1', qty: '2', currency: '502' }],
  CEB603: [
    {
      gnum: '1',
      itemNo: 'SKU-1',
      qty: '2.0',
      currency: '502',
      gname: '棉质女式T恤',
      gcode: '6109100022',
      gmodel: '棉95%',
    },
  ],
}

const importLists = new Set(['CEB311', 'CEB621'])
const imported = [{ ...lines['CEB603']![0]!, qty: '2', currency: '142', price: '50', totalPrice: '100' }]

/** A document of one order for tests of the desks, declared and due at 0. */
export function sample(
  message: string,
  orderNo: string,
  change: Partial<Filed> & { head?: Values } = {},
): Filed {
  const { head, ...rest } = change
  const content = {
    head: { ...heads[message]!(orderNo), ...head },
    lines: structuredClone(importLists.has(message) ? imported : lines[message]),
  }
  return {
    message,
    businessKey: businessKey(message, content.head)!,
    status: '2',
    attempt: 1,
    guid: `${message}-${orderNo}`,
    digest: `${message}-${orderNo}`,
    appTime: common.appTime,
    batchId: 'b',
    ...links(message, content),
    ...(isListMessage(message) ? { preNo: 'B20260301000000001', invtNo: '04022026E000000001' } : {}),
    takenIn: false,
    withdrawn: false,
    content,
    nextAt: 0,
    updatedAt: 0,
    ...rest,
  }
}
