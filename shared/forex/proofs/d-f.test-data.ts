import { documented, netted, subject } from '../sample.test-data'
import type { RuleNumber } from '../catalogue'
import {
  advance,
  classB,
  classC,
  complete,
  cost,
  deferred,
  due,
  indicator,
  pilot,
  receipts,
  resale,
  stock,
  unlisted,
} from './given.test-data'
import type { Proof } from './given.test-data'

export const proofs = {
  D01: {
    severity: 'info',
    target: 'K1',
    raised: () => receipts(netted()),
    silent: () => receipts(netted(cost({}))),
  },
  D02: {
    severity: 'review',
    target: 'K1',
    raised: () => receipts(netted(cost({}))),
    silent: () => receipts(netted()),
  },
  D03: { severity: 'duty', target: 'PR1', raised: () => receipts(netted()), silent: complete },
  D04: { severity: 'info', target: 'PR1', raised: () => receipts(netted()), silent: complete },
  D05: {
    severity: 'info',
    raised: () => receipts(netted({ report: { declaredValueOfSoldGoods: '9000' } })),
    silent: () => receipts(netted()),
  },
  D06: { severity: 'hold', target: 'S1', raised: () => stock(10, 11), silent: () => stock(10, 10) },
  D07: {
    severity: 'review',
    target: 'S1',
    raised: () => stock(10, 10, '50.01'),
    silent: () => stock(10, 10, '50.00'),
  },
  D08: {
    severity: 'review',
    raised: () => receipts(netted({ report: { sales: '999.99', creditId: null }, bankCredits: [] })),
    silent: () => receipts(netted({ report: { sales: '1000.00', creditId: null }, bankCredits: [] })),
  },
  D09: {
    severity: 'hold',
    target: 'K1',
    raised: () => receipts(netted(cost({ class: 'logistics', documentId: null }))),
    silent: () => receipts(netted(cost({ class: 'logistics' }))),
  },
  D10: {
    severity: 'info',
    target: 'K1',
    raised: () => receipts(pilot('2025-10-29')),
    silent: () => receipts(pilot('2025-10-28')),
  },
  D11: {
    severity: 'info',
    raised: () => receipts(netted({ subject: { type: 'serviceEnterprise' } })),
    silent: () => receipts(netted()),
  },
  E01: {
    severity: 'duty',
    raised: () => due({ tradeCredits: [{ ...advance, expectedExport: '2026-12-02' }] }),
    silent: () => due({ tradeCredits: [{ ...advance, expectedExport: '2026-12-01' }] }),
  },
  E02: {
    severity: 'duty',
    raised: () => due({ tradeCredits: [{ ...deferred, expectedReceipt: '2026-08-31' }] }),
    silent: () => due({ tradeCredits: [{ ...deferred, expectedReceipt: '2026-08-30' }] }),
  },
  E03: {
    severity: 'warn',
    raised: () => due({ warehouseExports: [{ id: 'WE', exportDate: '2026-11-01' }] }),
    silent: () => due({}),
  },
  E04: {
    severity: 'duty',
    raised: () => due({ subject: classB, tradeCredits: [{ ...deferred, expectedReceipt: '2026-07-02' }] }),
    silent: () => due({ subject: classB, tradeCredits: [{ ...deferred, expectedReceipt: '2026-07-01' }] }),
  },
  E05: {
    severity: 'duty',
    raised: () => due({ offshoreResales: [resale('2026-04-02', '500000.01')] }),
    silent: () => due({ offshoreResales: [resale('2026-04-02', '500000')] }),
  },
  E06: {
    severity: 'warn',
    raised: () => due({ tradeCredits: [{ ...advance, expectedExport: '2027-01-01' }] }, '2026-12-02'),
    silent: () => due({ tradeCredits: [{ ...advance, expectedExport: '2027-01-01' }] }, '2026-12-01'),
  },
  E07: {
    severity: 'duty',
    raised: () => due({ tradeCredits: [{ ...advance, amount: '2', reportedAmount: '1' }] }),
    silent: () => due({ tradeCredits: [{ ...advance, amount: '2', reportedAmount: '2.0' }] }),
  },
  E08: {
    severity: 'info',
    raised: () => due({ subject: unlisted, tradeCredits: [{ ...advance, expectedExport: '2027-01-01' }] }),
    silent: () => due({ tradeCredits: [{ ...advance, expectedExport: '2027-01-01' }] }),
  },
  E09: indicator('info'),
  E10: indicator('warn'),
  E11: indicator('warn'),
  E12: indicator('warn'),
  E13: indicator('info'),
  E14: {
    severity: 'info',
    raised: () => receipts(netted({ report: { declaredValueOfSoldGoods: '9000' } })),
    silent: () => receipts(netted({ report: { declaredValueOfSoldGoods: '10000' } })),
  },
  F01: {
    severity: 'review',
    raised: () => receipts(documented({ subject: { ...subject, class: null } })),
    silent: complete,
  },
  F02: {
    severity: 'hold',
    raised: () => receipts(documented({ subject: { ...classB, receiptQuotaUsd: '799.99' } })),
    silent: () => receipts(documented({ subject: { ...classB, receiptQuotaUsd: '800' } })),
  },
  F03: {
    severity: 'block',
    raised: () => receipts(documented({ subject: { ...subject, class: 'C' } })),
    silent: () => receipts(classC('800.00')),
  },
  F04: {
    severity: 'block',
    target: 'DJ1',
    raised: () => receipts(classC('799.99')),
    silent: () => receipts(classC('800.00')),
  },
  F05: {
    severity: 'review',
    raised: () => due({ subject: classB, reExports: [{ id: 'X', receipt: '120.01', payment: '100' }] }),
    silent: () => due({ subject: classB, reExports: [{ id: 'X', receipt: '120.00', payment: '100' }] }),
  },
  F06: {
    severity: 'review',
    raised: () =>
      due({
        subject: classB,
        tradeCredits: [{ ...deferred, exportDate: '2024-06-01', expectedReceipt: '2024-08-31' }],
      }),
    silent: () =>
      due({
        subject: classB,
        tradeCredits: [{ ...deferred, exportDate: '2024-05-31', expectedReceipt: '2024-08-31' }],
      }),
  },
  F07: {
    severity: 'block',
    raised: () => receipts(documented({ subject: { ...classB, claims: ['premium'] } })),
    silent: () => receipts(documented({ subject: { ...subject, claims: ['premium'] } })),
  },
} as const satisfies Partial<Record<RuleNumber, Proof>>
