import type { Text } from '../model/text'

/** Documents a 卷宗 is made of, in the order it shows them. */
export const auditKinds = {
  orders: { zh: '订单', en: 'Orders' },
  payments: { zh: '收款记录', en: 'Payments' },
  waybills: { zh: '运单', en: 'Waybills' },
  lists: { zh: '清单', en: 'Lists' },
  departures: { zh: '清单总分单', en: 'Departures' },
  gatePasses: { zh: '核放单', en: 'Gate passes' },
  applications: { zh: '汇总申请', en: 'Summary applications' },
  customsEntries: { zh: '汇总报关单', en: 'Entries of summaries' },
  exportEntries: { zh: '报关单', en: 'Export entries' },
  returns: { zh: '退货', en: 'Returns' },
  taxBills: { zh: '电子税单', en: 'Tax bills' },
  deliveries: { zh: '入库明细', en: 'Deliveries' },
  rebatePapers: { zh: '备案单证', en: 'Filing papers' },
  rebateLines: { zh: '退税申报行', en: 'Refund lines' },
  rebateLinks: { zh: '关联号', en: 'Link numbers' },
  rebateBatches: { zh: '退税批次', en: 'Refund batches' },
  invoices: { zh: '进货发票', en: 'Purchase invoices' },
  forexCredits: { zh: '收汇', en: 'Receipts of money' },
  pieces: { zh: '件号与环节', en: 'Pieces and stations' },
  evidence: { zh: '证照与文件', en: 'Papers and licences' },
} as const satisfies Record<string, Text>
export type AuditKind = keyof typeof auditKinds
export const auditKindNames = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]]
