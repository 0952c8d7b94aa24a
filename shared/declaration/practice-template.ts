import type { ExportMode } from '../model/mode'
import type { Template } from '../model/template'

/**
 * The ready-made 申报参数模板 of a 演练 book. Its party codes have the right shape and belong to nobody, so no real
 * system would take them; the seller's own name is put in as the owner.
 */
export const practiceTemplate: Template = {
  name: '演练模板',
  isDefault: true,
  tradeMode: '9610',
  statisticsFlag: 'goods',
  customsCode: '2907',
  portCode: '2907',
  trafMode: '5',
  ebpCode: '无',
  ebpName: 'Shopify',
  payName: 'Shopify Payments',
  logisticsCode: '3305980001',
  logisticsName: '演练物流有限公司',
  ownerCode: 'NO',
  ownerName: '演练电商有限公司',
  wrapType: '2',
  freight: '3.00',
  fCurrency: '502',
  fFlag: '3',
  insuredFee: '0',
  iCurrency: '502',
  iFlag: '3',
  ports: { '*': '000' },
}

/** The same for the other modes. Company, account book and warehouse are as invented as the rest. */
export const practiceTemplates: Readonly<Record<ExportMode, Template>> = {
  '9610': practiceTemplate,
  '1210': {
    ...practiceTemplate,
    name: '演练模板 1210',
    tradeMode: '1210',
    iacCode: '3305660001',
    iacName: '演练保税仓储有限公司',
    emsNo: 'H2905A000001',
  },
  '9710': {
    ...practiceTemplate,
    name: '演练模板 9710',
    tradeMode: '9710',
    statisticsFlag: 'A',
    ebpName: '演练B2B平台',
  },
  '9810': {
    ...practiceTemplate,
    name: '演练模板 9810',
    tradeMode: '9810',
    statisticsFlag: 'A',
    ebpName: '演练海外仓（美国）',
    warehouseCountry: '502',
  },
}
