import { plausibility } from '../checks/plausibility'
import { Rates } from '../rates'
import { credit, documented, subject } from '../sample.test-data'
import type { RuleNumber } from '../catalogue'
import {
  agency,
  complete,
  due,
  event,
  orders,
  receipts,
  registered,
  through,
  together,
  unlisted,
} from './given.test-data'
import type { Proof } from './given.test-data'

export const proofs = {
  A01: {
    severity: 'block',
    target: 'R1',
    raised: () => receipts({ subject, bankCredits: [credit()], orders: [], paymentLines: [] }),
    silent: complete,
  },
  A02: {
    severity: 'hold',
    target: 'O1',
    raised: () => receipts(documented({ waybills: [] })),
    silent: () => receipts(documented({ waybills: [], warehouseOuts: [{ id: 'WO', orderId: 'O1' }] })),
  },
  A03: {
    severity: 'hold',
    target: 'O1',
    raised: () => receipts(documented({ order: { goods: ' ' } })),
    silent: complete,
  },
  A04: {
    severity: 'review',
    target: 'O1',
    raised: () => receipts(documented({ waybills: [{ no: 'W1', orderId: 'O1', country: 'DEU' }] })),
    silent: () => receipts(documented({ waybills: [{ no: 'W1', orderId: 'O1', orderRef: ' o1 ' }] })),
  },
  A05: {
    severity: 'review',
    target: 'O1',
    raised: () => receipts(documented({ waybills: [{ no: 'W1', orderId: 'O1', shippedOn: '2026-11-01' }] })),
    silent: () => receipts(documented({ waybills: [{ no: 'W1', orderId: 'O1', shippedOn: '2026-11-02' }] })),
  },
  A06: {
    severity: 'block',
    target: 'O1',
    raised: () =>
      receipts(
        documented({ usageLedger: [{ docType: 'order', docId: 'O1', amount: '800.00', usedBy: 'R0' }] }),
      ),
    silent: () =>
      receipts(
        documented({ usageLedger: [{ docType: 'order', docId: 'O2', amount: '800.00', usedBy: 'R0' }] }),
      ),
  },
  A07: {
    severity: 'hold',
    target: 'O1',
    raised: () => receipts(documented({ customsDocs: [] })),
    silent: () => receipts(documented({ customsDocs: [], order: { supervisionMode: '1039' } })),
  },
  A08: {
    severity: 'block',
    target: 'CD1',
    raised: () => receipts({ ...agency('agencyExport'), contracts: [] }),
    silent: complete,
  },
  A09: { severity: 'info', raised: complete, silent: () => receipts({ subject, bankCredits: [credit()] }) },
  A10: {
    severity: 'review',
    target: 'O0',
    raised: () => plausibility(orders(3, '45000'), [], new Rates([])),
    silent: () => plausibility(orders(3, '44999.99'), [], new Rates([])),
  },
  A11: { severity: 'info', raised: complete, silent: () => receipts({ subject, bankCredits: [credit()] }) },
  B01: {
    severity: 'block',
    target: 'R1',
    raised: () => receipts(documented({ subject: { ...unlisted, route: 'ordinary' } })),
    silent: () => receipts(documented({ subject: { ...subject, listedOn: '2026-11-10' } })),
  },
  B02: {
    severity: 'info',
    raised: () => registered({ subject: unlisted, events: event('180000') }),
    silent: () => registered({ subject: unlisted, events: event('180000.01') }),
  },
  B03: {
    severity: 'warn',
    raised: () => registered({ subject: unlisted, events: event('180000.01') }),
    silent: () => registered({ subject: unlisted, events: event('200000') }),
  },
  B04: {
    severity: 'block',
    raised: () => registered({ subject: unlisted, events: event('200000') }),
    silent: () => registered({ subject: unlisted, events: event('199999.99') }),
  },
  B05: {
    severity: 'info',
    raised: () => registered({ applicationDate: '2024-06-01' }),
    silent: () => registered({}),
  },
  B06: {
    severity: 'duty',
    raised: () => due({ changes: [{ id: 'CH', what: 'name', changedOn: '2026-11-01' }] }),
    silent: () =>
      due({ changes: [{ id: 'CH', what: 'name', changedOn: '2026-11-01', filedOn: '2026-11-02' }] }),
  },
  B07: {
    severity: 'warn',
    raised: () => registered({ subject: { ...subject, lastTradeOn: '2024-11-20' } }),
    silent: () => registered({ subject: { ...subject, lastTradeOn: '2024-11-21' } }),
  },
  B08: {
    severity: 'info',
    raised: () => registered({ subject: { ...subject, firstTradeOn: '2026-08-22' } }),
    silent: () => registered({ subject: { ...subject, firstTradeOn: '2026-08-21' } }),
  },
  B09: {
    severity: 'info',
    raised: () => registered({ subject: { type: 'soleTrader' } }),
    silent: () => registered({}),
  },
  B10: {
    severity: 'block',
    raised: () =>
      receipts(documented({ credit: { ...through, institution: { name: 'PI', fxRegistered: false } } })),
    silent: () => receipts(documented({ credit: through })),
  },
  B11: {
    severity: 'info',
    raised: () => receipts(documented({ subject: { ...subject, route: 'transactionInfo' } })),
    silent: complete,
  },
  B12: {
    severity: 'info',
    raised: () => receipts(documented({ subject: { ...subject, premium: true } })),
    silent: complete,
  },
  C01: {
    severity: 'block',
    target: 'O1',
    raised: () => receipts(documented({ credit: through, order: { amount: '50000.01' } })),
    silent: () => receipts(documented({ credit: through, order: { amount: '50000.00' } })),
  },
  C02: {
    severity: 'review',
    target: 'Same',
    raised: () => receipts(together('25000.01')),
    silent: () => receipts(together('25000.00')),
  },
  C03: {
    severity: 'hold',
    raised: () => receipts(documented({ credit: { amount: '800.01' } })),
    silent: complete,
  },
  C04: {
    severity: 'review',
    raised: () => receipts(documented({ credit: { amount: '791.99' } })),
    silent: complete,
  },
  C05: {
    severity: 'info',
    raised: () => receipts({ subject, bankCredits: [credit({ amount: '30000000.01' })] }),
    silent: () => receipts({ subject, bankCredits: [credit({ amount: '30000000.00' })] }),
  },
} as const satisfies Partial<Record<RuleNumber, Proof>>
