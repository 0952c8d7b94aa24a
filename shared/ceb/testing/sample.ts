import type { CebDocument } from '../../model/list'
import type { CebMessage, Values } from '../message'

/** Sound documents of one invented 9610 order for tests. */
const guid = (n: number) => `4CDE1CFD-EDED-46B1-946C-${String(n).padStart(12, '0')}`

const party = { code: '3302960ABC', name: '宁波样例电子商务有限公司' }

export const transfer: Values = {
  copCode: party.code,
  copName: party.name,
  dxpMode: 'DXP',
  dxpId: 'DXPENT0000012345',
}

const submission = (n: number): Values => ({
  guid: guid(n),
  appType: '1',
  appTime: '20260302093000',
  appStatus: '2',
})

export const order: CebDocument = {
  head: {
    ...submission(1),
    orderType: 'E',
    orderNo: 'A-1001',
    ebpCode: '无',
    ebpName: 'Sample Shop',
    ebcCode: party.code,
    ebcName: party.name,
    goodsValue: '35.7',
    freight: '0',
    currency: '502',
  },
  lines: [
    {
      gnum: '1',
      itemNo: 'SKU-1',
      itemName: '陶瓷杯',
      unit: '007',
      currency: '502',
      qty: '3',
      price: '8.5',
      totalPrice: '25.5',
    },
    {
      gnum: '2',
      itemNo: 'SKU-2',
      itemName: '棉质毛巾',
      unit: '015',
      currency: '502',
      qty: '2',
      price: '5.1',
      totalPrice: '10.2',
    },
  ],
}

export const receipts: CebDocument = {
  head: {
    ...submission(2),
    ebpCode: '无',
    ebpName: 'Sample Shop',
    ebcCode: party.code,
    ebcName: party.name,
    orderNo: 'A-1001',
    payName: 'Sample Pay',
    payNo: 'P-77',
    charge: '35.7',
    currency: '502',
    accountingDate: '20260301120000',
  },
}

export const logistics: CebDocument = {
  head: {
    ...submission(3),
    logisticsCode: '3302980XYZ',
    logisticsName: '宁波样例物流有限公司',
    logisticsNo: 'LP000123',
    freight: '0',
    insuredFee: '0',
    currency: '142',
    grossWeight: '1.25',
    packNo: '1',
    goodsInfo: '日用品',
  },
}

export const inventory: CebDocument = {
  head: {
    ...submission(4),
    customsCode: '3105',
    ebpCode: '无',
    ebpName: 'Sample Shop',
    orderNo: 'A-1001',
    logisticsCode: '3302980XYZ',
    logisticsName: '宁波样例物流有限公司',
    logisticsNo: 'LP000123',
    copNo: 'YG01260302000001',
    ieFlag: 'E',
    portCode: '3104',
    ieDate: '20260303',
    statisticsFlag: 'A',
    agentCode: party.code,
    agentName: party.name,
    ebcCode: party.code,
    ebcName: party.name,
    ownerCode: 'NO',
    ownerName: '样例工厂',
    tradeMode: '9610',
    trafMode: '5',
    country: '303',
    POD: '2319',
    freight: '0',
    fCurrency: '142',
    fFlag: '3',
    insuredFee: '0',
    iCurrency: '142',
    iFlag: '3',
    wrapType: '2',
    packNo: '1',
    grossWeight: '1.25',
    netWeight: '1.1',
  },
  lines: [
    {
      gnum: '1',
      itemNo: 'SKU-1',
      itemName: '陶瓷杯',
      gcode: '6911101900',
      gname: '瓷杯',
      gmodel: '无品牌|陶瓷|350ml',
      barCode: '无',
      country: '303',
      currency: '502',
      qty: '3',
      qty1: '1.05',
      unit: '007',
      unit1: '035',
      price: '8.5',
      totalPrice: '25.5',
    },
    {
      gnum: '2',
      itemNo: 'SKU-2',
      itemName: '棉质毛巾',
      gcode: '6302600000',
      gname: '棉制毛巾',
      gmodel: '无品牌|棉100%',
      barCode: '4006381333931',
      country: '303',
      currency: '502',
      qty: '2',
      qty1: '2',
      qty2: '0.2',
      unit: '015',
      unit1: '015',
      unit2: '035',
      price: '5.1',
      totalPrice: '10.2',
    },
  ],
}

/** A message of these documents, unsigned. */
export const messageOf = (type: CebMessage['type'], ...documents: CebDocument[]): CebMessage => ({
  type,
  guid: guid(900),
  version: '1.0',
  documents,
  transfer,
})

/** A copy of a document with fields of the head, or of one line (from 0), changed; undefined removes one. */
export function changed(
  document: CebDocument,
  values: Record<string, string | undefined>,
  line?: number,
): CebDocument {
  const apply = (old: Values): Values => {
    const entries = Object.entries({ ...old, ...values }).filter(([, value]) => value !== undefined)
    return Object.fromEntries(entries) as Values
  }
  if (line === undefined) return { ...document, head: apply(document.head) }
  return { ...document, lines: document.lines?.map((one, at) => (at === line ? apply(one) : one)) }
}
