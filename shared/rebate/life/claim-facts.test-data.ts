import type { PrecheckFile } from '../../model/rebate/precheck'

const no = '290720260000000001'

const item = (at: number, hsCode: string, name: string) => ({
  no,
  item: at,
  hsCode,
  name,
  qty: '100',
  unit: '个',
  exportDate: '2026-05-18',
  supervisionMode: '0110',
  tradeTerms: 'FOB' as const,
  amount: '1000.00',
  currency: 'USD',
})
const declarations = [item(1, '7323940000', '搪瓷水杯'), item(2, '7323940000', '搪瓷壶')]

const invoice = (number: string, name: string, more: { unit?: string; qty?: string } = {}) => ({
  number,
  kind: 'vatSpecial' as const,
  date: '2026-04-01',
  sellerName: '示例五金厂',
  sellerTaxNo: 'S1',
  buyerName: '示例贸易',
  buyerTaxNo: 'B1',
  status: 'normal' as const,
  usage: 'rebate' as const,
  lines: [{ line: 1, name, unit: '个', qty: '100', net: '5000.00', rate: '0.13', tax: '650.00', ...more }],
})

/**
 * A claim of two lines, one link each. The first is sound but for papers that want to be looked at; of the second the invoice
 * is in a unit nobody declared, and too little was bought.
 */
export const claimFacts: PrecheckFile = {
  asOf: '2026-07-01',
  library: {
    version: '2026B',
    published: '2026-06-09',
    entries: [
      {
        code: '7323940000',
        rebateRate: '0.13',
        levyRate: '0.13',
        specialFlag: '',
        from: '2019-04-01',
        to: null,
      },
    ],
  },
  lines: declarations.map((declaration) => ({
    line: `${no}00${declaration.item}`,
    declaration,
    goodsSource: 'purchased',
    vouchers: [{ type: 'vatSpecial' }],
    departed: true,
    bookedAsSale: true,
    fxStatus: 'collected',
    buyer: 'overseas',
  })),
  claim: {
    enterprise: {
      type: 'trading',
      taxNo: 'B1',
      taxpayer: 'general',
      rebateFiled: true,
      method: 'exempt-refund',
    },
    declarations,
    invoices: [invoice('F1', '搪瓷水杯'), invoice('F2', '搪瓷壶', { unit: '箱' })],
    exports: [
      { linkNo: 'L1', declarationNo: no, item: 1, qty: '100', exportInvoiceNo: 'E1', fobUsd: '1000.00' },
      { linkNo: 'L2', declarationNo: no, item: 2, qty: '100', exportInvoiceNo: 'E1', fobUsd: '1000.00' },
    ],
    purchases: [
      { linkNo: 'L1', invoiceNumber: 'F1', line: 1, hsCode: '7323940000', qty: '100', net: '5000.00' },
      { linkNo: 'L2', invoiceNumber: 'F2', line: 1, hsCode: '7323940000', qty: '100', net: '5000.00' },
    ],
  },
}
