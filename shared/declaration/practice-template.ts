import type { ListMode } from '../model/mode'
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

const {
  statisticsFlag: _flag,
  ownerCode: _owner,
  ownerName: _ownerName,
  freight: _freight,
  fCurrency: _freightCurrency,
  fFlag: _freightFlag,
  insuredFee: _insurance,
  iCurrency: _insuranceCurrency,
  iFlag: _insuranceFlag,
  ...common
} = practiceTemplate
/** What both ways of retail import have; no owner, charges or ports, which only an export declares. */
const retailImport: Omit<Template, 'name' | 'tradeMode'> = {
  ...common,
  isDefault: false,
  ebpCode: '3305960008',
  ebpName: '演练进口商城',
  payCode: '3305980009',
  payName: '演练支付有限公司',
  assureCode: '3305960008',
  ports: {},
}

/** The same for the other modes. Company, account book and warehouse are as invented as the rest. */
export const practiceTemplates: Readonly<Record<ListMode, Template>> = {
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
  '9610-I': {
    ...retailImport,
    name: '演练模板 直购进口',
    tradeMode: '9610-I',
    departureCountry: '116',
  },
  '1210-I': {
    ...retailImport,
    name: '演练模板 保税进口',
    tradeMode: '1210-I',
    trafMode: '4',
    iacCode: '3305660001',
    iacName: '演练保税仓储有限公司',
    emsNo: 'H2905A000001',
  },
}
