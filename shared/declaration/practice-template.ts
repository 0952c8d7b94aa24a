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
