import { enterprise, on, rate, retail } from './treatment'

export const small = { ...enterprise, taxpayer: 'small' }
export const list = [{ code: '7323', from: '2020-01-01' }]
export const marked = [rate('7323940000', '0', '1')]
export const mode = (supervisionMode: string, exportDate = '2026-05-18', more: object = {}) =>
  on(exportDate, { supervisionMode, ...more })
export const zone = { zoneEntry: 'comprehensiveBonded', buyer: 'zoneEntity' }
export const daily = { ...zone, goodsClass: 'dailyConsumer' }
export const silver = rate('7106919000', '0.13')
export const ofSilver = (costShare: string, exportDate: string, more: object = {}) => ({
  line: {
    declaration: on(exportDate),
    mainMaterial: { code: '7106919000', costShare, annex9: true },
    ...more,
  },
  rateLibrary: [rate('7323940000', '0.09'), silver],
})
export const waived = (choice: string, more: object = {}) => ({
  ...enterprise,
  waiver: { from: '2026-02-01', choice, ...more },
})
export const simplified = { statisticsFlag: 'A' }
export const unsold = (asOfMode = '9810') => ({
  bookedAsSale: false,
  notBookedReason: 'unsoldOverseasWarehouse',
  fxStatus: 'pending',
  declaration: mode(asOfMode),
})
export const noVoucher = (declaration: object, more: object = {}) => ({
  vouchers: [],
  declaration,
  ecommerceList: retail,
  ...more,
})
export const market = { ...enterprise, marketProcurementFiled: true }
