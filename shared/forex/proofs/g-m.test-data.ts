import { calendar, credit, documented, netted, subject } from '../sample.test-data'
import type { RuleNumber } from '../catalogue'
import {
  agency,
  classB,
  complete,
  due,
  filed,
  form,
  income,
  individual,
  lent,
  listOnly,
  payee,
  payer,
  person,
  quote,
  receipts,
  refund,
  through,
} from './given.test-data'
import type { Proof } from './given.test-data'

export const proofs = {
  G01: {
    severity: 'duty',
    raised: () => receipts(documented({ calendar })),
    silent: () => receipts(documented({ calendar, credit: through })),
  },
  G02: {
    severity: 'info',
    raised: complete,
    silent: () => receipts(listOnly()),
  },
  G03: { severity: 'info', raised: () => receipts(listOnly()), silent: complete },
  G04: {
    severity: 'warn',
    raised: () => receipts(documented({ credit: { isAdvance: true } })),
    silent: complete,
  },
  G05: {
    severity: 'hold',
    raised: () => form({ lines: [{ code: '121010', amount: '799' }] }),
    silent: () => form({ lines: [{ code: '121010', amount: '800' }] }),
  },
  G06: { severity: 'block', raised: () => form({ fxAccount: null }), silent: () => form({}) },
  G07: {
    severity: 'warn',
    raised: () => receipts(payer({ country: undefined })),
    silent: () => receipts(payer({})),
  },
  G08: { severity: 'info', raised: () => individual({}), silent: complete },
  G09: { severity: 'info', raised: () => receipts(documented({ credit: through })), silent: complete },
  G10: {
    severity: 'duty',
    raised: () => due({ filedDeclarations: [filed('121010')] }),
    silent: () => due({ filedDeclarations: [filed('122030')] }),
  },
  G11: {
    severity: 'warn',
    raised: () => receipts(documented({ calendar, credit: { declaredOn: null } })),
    silent: () => receipts(documented({ calendar, credit: { declaredOn: '2026-11-17' } })),
  },
  H01: {
    severity: 'info',
    raised: () => receipts(documented({ credit: { currency: 'CNY' } })),
    silent: complete,
  },
  H02: {
    severity: 'info',
    raised: () => receipts(documented({ credit: { ...through, currency: 'CNY' } })),
    silent: () => receipts(documented({ credit: through })),
  },
  H03: {
    severity: 'hold',
    raised: () => receipts(documented({ rmb: [{ creditId: 'R1', declaredGoods: '799.99' }] })),
    silent: () => receipts(documented({ rmb: [{ creditId: 'R1', declaredGoods: '799', noCustoms: '1' }] })),
  },
  H04: {
    severity: 'info',
    raised: () => receipts(documented({ credit: { currency: 'CNY' } })),
    silent: () => receipts(documented({ credit: { currency: 'CNY' }, order: { currency: 'CNY' } })),
  },
  I01: {
    severity: 'info',
    raised: () => refund({}),
    silent: () => refund({ refundDate: '2026-08-29' }),
  },
  I02: {
    severity: 'review',
    raised: () => refund({ originalDate: '2023-01-01', refundDate: '2024-06-01' }),
    silent: () => refund({ originalDate: '2023-01-01', refundDate: '2024-05-31' }),
  },
  I03: {
    severity: 'review',
    raised: () => refund({ originalDate: '2023-01-01', refundDate: '2024-05-31' }),
    silent: () => refund({ originalDate: '2023-01-01', refundDate: '2024-06-01' }),
  },
  I04: {
    severity: 'block',
    raised: () => refund({ sameRoute: false }, classB),
    silent: () => refund({ sameRoute: false, registrationFormNo: 'DJ1' }, classB),
  },
  I05: {
    severity: 'hold',
    raised: () => refund({ documents: ['creditAdvice'] }),
    silent: () => refund({}),
  },
  I06: {
    severity: 'info',
    raised: () => receipts(netted({ report: { customerRefunds: '1.00' } })),
    silent: () => receipts(netted()),
  },
  I07: {
    severity: 'review',
    raised: () => refund({ kind: 'service', sameRoute: false }),
    silent: () => refund({ kind: 'service' }),
  },
  I08: { severity: 'review', raised: () => refund({ converted: true }), silent: () => refund({}) },
  I09: {
    severity: 'info',
    raised: () => refund({ goodsBack: { exportedOn: '2026-03-01', releasedOn: '2026-03-02' } }),
    silent: () => refund({}),
  },
  J01: { severity: 'info', raised: () => receipts(agency('agencyExport')), silent: complete },
  J02: { severity: 'info', raised: () => receipts(agency('integratedService')), silent: complete },
  J03: {
    severity: 'info',
    raised: () => receipts(documented({ order: { supervisionMode: '1039' } })),
    silent: complete,
  },
  J04: {
    severity: 'info',
    raised: () => receipts(payer({ relation: 'licensedWallet' })),
    silent: () => receipts(payer({})),
  },
  J05: {
    severity: 'review',
    raised: () => receipts(payer({ relation: 'thirdParty' })),
    silent: () => receipts(payer({})),
  },
  J06: {
    severity: 'info',
    raised: () => due({ advances: [lent(true, '2026-11-01')] }),
    silent: () => due({}),
  },
  J07: {
    severity: 'duty',
    raised: () => due({ advances: [lent(true, '2026-11-02')] }),
    silent: () => due({ advances: [lent(true, '2026-11-01')] }),
  },
  J08: {
    severity: 'info',
    raised: () => due({ advances: [lent(true, '2026-11-01')] }),
    silent: () => due({ advances: [{ ...lent(true, '2026-11-01'), advancedOn: '2025-10-28' }] }),
  },
  J09: {
    severity: 'info',
    raised: () => {
      const input = agency('agencyExport')
      return receipts({ ...input, subject: { ...input.subject, inSpecialZone: true } })
    },
    silent: () => receipts(agency('agencyExport')),
  },
  J10: {
    severity: 'block',
    raised: () => receipts({ ...payer({}), subject: { ...subject, negativeList: [' PAYER '] } }),
    silent: () => receipts({ ...payer({}), subject: { ...subject, negativeList: ['Pay'] } }),
  },
  K01: { severity: 'info', target: 'subject', raised: () => individual({}), silent: complete },
  K02: {
    severity: 'info',
    raised: () => individual({ evidence: [{ id: 'E1', creditId: 'R1', amount: '1' }] }),
    silent: () => individual({}),
  },
  K03: {
    severity: 'hold',
    raised: () => individual({ bankCredits: [credit({ amount: '50000.01' })] }),
    silent: () => individual({ bankCredits: [credit({ amount: '50000.00' })] }),
  },
  K04: {
    severity: 'block',
    target: 'shop',
    raised: () => individual({ payees: ['a', 'b'].map(payee) }),
    silent: () => individual({ payees: ['a', 'a'].map(payee) }),
  },
  K05: {
    severity: 'info',
    raised: () => individual({ subject: { ...person, filedLocally: true } }),
    silent: () => individual({}),
  },
  L01: { severity: 'info', raised: () => receipts(quote()), silent: complete },
  L02: {
    severity: 'warn',
    raised: () => receipts(quote({ ageMinutes: 16 })),
    silent: () => receipts(quote({ ageMinutes: 15 })),
  },
  L03: {
    severity: 'info',
    raised: () => receipts(quote({ bookedRate: '7.1' })),
    silent: () => receipts(quote()),
  },
  L04: {
    severity: 'info',
    raised: () => receipts(documented({ credit: { charges: { bearer: 'OUR' } } })),
    silent: complete,
  },
  L05: {
    severity: 'info',
    raised: () => receipts(quote()),
    silent: () => receipts(quote({ convert: '800.00' })),
  },
  L06: {
    severity: 'info',
    raised: () => due({ keptAbroad: [{ id: 'KA', currency: 'USD', amount: '1' }] }),
    silent: () => due({}),
  },
  M01: {
    severity: 'duty',
    raised: () => due({ archives: [{ id: 'AR', archivedOn: '2026-11-20' }] }),
    silent: () => due({}),
  },
  M02: {
    severity: 'info',
    raised: () => receipts(documented({ subject: { ...subject, rebateCategory: '4' } })),
    silent: complete,
  },
  M03: {
    severity: 'duty',
    raised: () => due({ preRefunds: [{ id: 'PF', settledOn: '2025-01-27', preRefund: '1' }] }),
    silent: () => due({ preRefunds: [{ id: 'PF', settledOn: '2025-01-26', preRefund: '1' }] }),
  },
  M04: {
    severity: 'block',
    raised: () => receipts(documented({ credit: { riskAnswers: ['privateDealing'] } })),
    silent: () => receipts(documented({ credit: { riskAnswers: ['illegalInflow'] } })),
  },
  M05: {
    severity: 'block',
    raised: () => receipts(documented({ credit: { riskAnswers: ['illegalInflow'] } })),
    silent: () => receipts(documented({ credit: { riskAnswers: ['privateDealing'] } })),
  },
  M06: {
    severity: 'warn',
    raised: () => income('100.01'),
    silent: () => income('100.00'),
  },
} as const satisfies Partial<Record<RuleNumber, Proof>>
