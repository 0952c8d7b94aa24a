import { tradingLineRefund } from '#shared/rebate/amounts/trading'
import { deadlinesOf } from '#shared/rebate/deadlines/terms'
import { catalogue } from '#shared/rebate/rule-set'
import { strengthLabel, strengthOf } from '#shared/rules/rule'
import type {
  RebateBatchView,
  RebateFigures,
  RebateFinding,
  RebateInvoiceRow,
  RebateLineRow,
  RebateLinkRow,
  RebateRows,
  RebateRunView,
  RebateTable,
} from '../../data/port'

/** What a book answers in the tests of this room: one batch of a trading company, half way. */
export const run: RebateRunView = {
  run: 2,
  at: '2026-11-20T02:00:00Z',
  who: '李会计',
  asOf: '2026-11-20',
  library: '退税率文库2026B.dbf',
  lines: 3,
  counts: { blocking: 1, warning: 2, info: 0 },
  dealt: 1,
  refund: '13000.00',
  outdated: false,
}

export const batch: RebateBatchView = {
  id: 'b1',
  rev: 4,
  period: '202611',
  number: '001',
  kind: 'trading',
  createdAt: '2026-11-18T01:00:00Z',
  note: '十月出口',
  locked: false,
  state: 'mixed',
  states: { prechecked: 2, undeclared: 1 },
  lines: 3,
  sums: { links: 1, fobUsd: '18000.00', net: '100000.00', refund: '13000.00' },
  answers: {
    departed: true,
    bookedAsSale: true,
    fxStatus: 'collected',
    goodsSource: 'purchased',
    buyer: 'overseas',
  },
  run,
}

const key = (item: number): string => `310420260000000001${String(item).padStart(3, '0')}`

const line = (item: number, more: Partial<RebateLineRow> = {}): RebateLineRow => ({
  id: key(item),
  no: '310420260000000001',
  item,
  origin: 'import',
  importId: 'i1',
  exportDate: '2026-10-12',
  mode: '9610',
  hsCode: '7323930000',
  name: '不锈钢水杯',
  qty: '1000',
  unit: '个',
  amount: '9000.00',
  currency: 'USD',
  destination: '502',
  originPlace: '石家庄',
  state: 'undeclared',
  batch: 'b1',
  batchNo: '202611-001',
  linkNos: [],
  gaps: [],
  treatment: 'refund',
  decidedBy: 'RB-B10',
  note: { zh: '外贸企业取得专用发票：退税', en: 'Special invoice: refund' },
  rebateRate: '0.13',
  refund: '6500.00',
  blocking: 0,
  warnings: 0,
  answered: false,
  ...more,
})

const invoice = (at: number, more: Partial<RebateInvoiceRow> = {}): RebateInvoiceRow => ({
  id: `2613200000000000000${at}#1`,
  number: `2613200000000000000${at}`,
  line: 1,
  importId: 'i2',
  kind: 'vatSpecial',
  form: 'digital',
  date: '2026-10-08',
  sellerName: '石家庄某某制品有限公司',
  sellerTaxNo: '91130100MA0XXXXX1X',
  name: '*金属制品*不锈钢水杯',
  unit: '个',
  qty: '2500',
  net: '125000.00',
  rate: '0.13',
  tax: '16250.00',
  status: 'normal',
  usage: 'rebate',
  leftQty: '1500',
  leftNet: '75000.00',
  linkNos: [],
  ...more,
})

export const link: RebateLinkRow = {
  id: 'k1',
  rev: 1,
  linkNo: '20261100100000001',
  businessType: '',
  hsCode: '7323930000',
  exports: [
    {
      declarationNo: '310420260000000001',
      item: 1,
      qty: '1000',
      key: key(1),
      name: '不锈钢水杯',
      unit: '个',
    },
  ],
  purchases: [
    {
      invoiceNumber: '26132000000000000001',
      line: 1,
      qty: '1000',
      net: '50000.00',
      id: '26132000000000000001#1',
      name: '不锈钢水杯',
      unit: '个',
      sellerName: '石家庄某某制品有限公司',
    },
  ],
  figures: {
    exportQty: '1000',
    purchaseQty: '1000',
    difference: '0',
    net: '50000.00',
    refund: '6500.00',
    fobUsd: '5000.00',
    exchangeCost: '10',
    outsideBand: true,
    grossProfit: '14000.00',
  },
  locked: false,
}

const rules = new Map(catalogue().map((rule) => [rule.id, rule]))
const finding = (id: string, rule: string, more: Partial<RebateFinding> = {}): RebateFinding => {
  const { text, fix, basis, severity } = rules.get(rule)!
  return {
    id,
    rule,
    target: key(2),
    field: 'unit',
    severity,
    text,
    why: text,
    fix,
    basis,
    mark: strengthLabel[strengthOf(basis)],
    at: { table: 'lines', id: key(2) },
    ...more,
  }
}

const findings: RebateFinding[] = [
  finding('f1', 'RB-E03', {
    text: {
      zh: '发票单位“箱”不是报关单的任何单位',
      en: 'The unit “箱” of the invoice is none of the declaration',
    },
  }),
  finding('f2', 'RB-F03', { severity: 'warning', field: 'claimedOn' }),
  finding('f3', 'RB-E14', {
    severity: 'warning',
    field: 'exchangeCost',
    target: link.linkNo,
    at: { table: 'links', id: 'k1' },
    dealt: { reason: '季节性采购，附说明', who: '李会计', at: '2026-11-20T03:00:00Z' },
  }),
]

export const explained = tradingLineRefund({
  line: link.linkNo,
  linkNo: link.linkNo,
  exportDate: '2026-10-12',
  libraryRate: '0.13',
  purchases: [
    { voucher: 'vatSpecial', invoiceNumber: '26132000000000000001', net: '50000.00', invoiceRate: '0.13' },
  ],
}).figures
const figures: RebateFigures = { run: 2, figures: explained, missing: [] }

const second = line(2, {
  treatment: 'needs-confirmation',
  decidedBy: 'RB-B07',
  refund: '',
  blocking: 1,
  qty: '500',
})
const rows: { [T in RebateTable]: RebateRows[T][] } = {
  items: [line(1), second, line(3)],
  lines: [line(1, { linkNos: [link.linkNo], state: 'prechecked' }), second, line(3)],
  invoices: [invoice(1), invoice(2, { leftQty: '400' })],
  links: [link],
}
const sums = { amounts: { USD: '27000.00' }, net: '250000.00', leftNet: '150000.00', refund: '6500.00' }

/** What the screens ask of a book, answered from the sample; acts are watched by who mounts it. */
export const samplePort = (own: RebateBatchView = batch) => ({
  subscribe: async () => () => undefined,
  rebateBatches: async () => [
    own,
    { ...own, id: 'b2', number: '002', lines: 0, run: undefined, state: 'undeclared' },
  ],
  rebateBatch: async () => own,
  rebateEnterprise: async () => ({ type: 'trading', taxNo: '91130100MA0XXXXX0X', taxpayer: 'general' }),
  rebateRules: async () => ({
    settings: {},
    numbers: { serialDigits: 8, withBatch: true },
    fx: {
      kind: 'centralParity',
      choices: [{ policy: 'monthFirst', from: '2026-01-01' }],
      firstDayGap: 'stop',
    },
  }),
  rebatePage: async ({
    table,
    filter,
    offset,
    limit,
  }: {
    table: RebateTable
    filter?: { ids?: string[]; where?: { column: string; is: string }[] }
    offset: number
    limit: number
  }) => {
    const unlinked = filter?.where?.some(({ column, is }) => column === 'linkNos' && is === 'empty')
    const all = (rows[table] as { id: string; linkNos?: string[] }[]).filter(
      ({ id, linkNos = [] }) =>
        (!filter?.ids || filter.ids.includes(id)) && (!unlinked || linkNos.length === 0),
    )
    return { rows: all.slice(offset, offset + limit), total: all.length, notFound: [], sums }
  },
  rebateItem: async (key: string) => {
    const { no, item, hsCode, name, qty, unit, exportDate, mode, amount, currency } = rows.lines.find(
      ({ id }) => id === key,
    )!
    return { no, item, hsCode, name, qty, unit, exportDate, supervisionMode: mode, amount, currency }
  },
  rebateTreatment: async (key: string) => ({
    line: key,
    treatment: 'needs-confirmation',
    refundAllowed: false,
    decidedBy: 'RB-B07',
    reasons: ['RB-B07'],
    lost: [
      {
        rule: 'RB-B10',
        treatment: 'refund',
        note: { zh: '外贸企业取得专用发票：退税', en: 'Special invoice: refund' },
      },
    ],
    note: { zh: '文库退税率为 0 而无特殊商品标识，由人判断', en: 'Rate 0 without mark: a person decides' },
    rebateRate: '0',
    rateCode: '7323930000',
    findings: [],
  }),
  rebateLineAnswers: async () => ({ own: {}, batch: own.answers }),
  rebateFindings: async ({
    severity,
    offset,
    limit,
  }: {
    severity?: string
    offset: number
    limit: number
  }) => {
    const all = findings.filter((one) => severity === undefined || one.severity === severity)
    return {
      rows: all.slice(offset, offset + limit),
      total: all.length,
      rules: findings.map(({ rule, severity: grade }) => ({ rule, severity: grade, count: 1 })),
    }
  },
  rebateFigures: async () => figures,
  explainRebateLink: async () => explained,
  rebateRuns: async () => [run, { ...run, run: 1, refund: '12000.00', at: '2026-11-19T02:00:00Z' }],
  compareRebateRuns: async () => ({
    gone: [finding('f9', 'RB-E04')],
    came: [findings[0]],
    stayed: 2,
    figures: [
      { figure: 'refund', label: { zh: '应退税额', en: 'Refund' }, before: '12000.00', after: '13000.00' },
    ],
  }),
  rebateBatchEnds: () => Promise.resolve({}),
  rebateDeadlines: async (_batch: string, asOf: string) =>
    rows.lines.map(({ id, exportDate }) => {
      const { findings: found, ...deadlines } = deadlinesOf({ exportDate, fxCollected: false }, asOf)
      return { key: id, exportDate, deadlines, findings: found }
    }),
  rebatePapers: async () => [
    {
      declarationNo: '310420260000000001',
      have: 2,
      needed: 3,
      missing: ['purchaseContract'],
      severity: 'warning',
      keptUntil: '2036-12-31',
      rev: 1,
      record: {
        declarationNo: '310420260000000001',
        purchased: true,
        brokered: false,
        files: [{ kind: 'transport', number: 'COSU123', name: 'COSU123.pdf' }],
        place: '三楼 3 号柜',
        kept: 'image',
        exportInvoices: [],
        contracts: [],
        receipts: [],
        filing: {},
      },
    },
  ],
  rebateHistory: async (key: string) => ({
    key,
    linkNos: [link.linkNo],
    state: 'questioned',
    history: [
      { event: 'allocate', on: '2026-11-18', by: '李会计' },
      { event: 'precheck', on: '2026-11-18', by: '李会计' },
      { event: 'declare', on: '2026-11-19', by: '李会计' },
      { event: 'question', on: '2026-11-21', by: '税务机关', text: '进货数量不足' },
    ],
  }),
  rateEditions: async () => [
    {
      importId: 'r1',
      file: '退税率文库2026B.dbf',
      at: '2026-11-01T01:00:00Z',
      entries: 13512,
      from: '2012-01-01',
      to: '2026-06-09',
      used: true,
    },
  ],
  fxRates: async () => ({
    rows: [
      {
        id: 'x1',
        kind: 'centralParity',
        currency: 'USD',
        date: '2026-10-09',
        rate: '7.0988',
        source: '外汇交易中心',
      },
    ],
    total: 1,
  }),
  rebateReturned: async () => [
    {
      key: '310420260000000001001',
      name: '不锈钢水杯',
      unit: '个',
      qty: '1000',
      exportDate: '2026-05-10',
      state: 'paid',
      batch: 'b1',
      batchNo: '202605-001',
      returned: { qty: '30', on: '2026-09-01', by: ['YGA20260901000002'] },
      stage: 'paid',
      left: '970',
      beyond: '30',
      due: '195.00',
      repaid: '0',
    },
  ],
  rebatePreRefunds: async () => [
    {
      key: '310420260000000001001',
      name: '不锈钢水杯',
      unit: '个',
      batchNo: '202605-001',
      exportDate: '2026-05-10',
      line: 'paid',
      qty: '600',
      refund: '3900.00',
      paidOn: '2026-06-10',
      window: ['2026-07-01', '2027-04-30'],
      state: 'open',
      reclaimable: false,
    },
    {
      key: '310420260000000001002',
      name: '保温壶',
      unit: '个',
      batchNo: '202605-001',
      exportDate: '2026-05-10',
      line: 'reversed',
      qty: '40',
      refund: '520.00',
      paidOn: '2026-06-10',
      window: ['2026-07-01', '2027-04-30'],
      state: 'settled',
      settlement: {
        on: '2026-09-01',
        soldQty: '0',
        action: 'reverseAll',
        reverse: '-520.00',
        netChange: '-520.00',
        by: '李会计',
        at: '2026-09-01T01:00:00Z',
      },
      reclaimable: true,
    },
  ],
  letterSuppliers: async () => [],
  letterDeclarations: async () => [
    {
      no: '310420260000000001',
      batchNo: '202605-001',
      linkless: true,
      keys: ['310420260000000001001', '310420260000000001002'],
    },
  ],
  rebateLetters: async () => [
    {
      id: 'l1',
      number: '税函〔2026〕12号',
      sellerTaxNo: '91330000MA0XXXXX1X',
      sellerName: '示例五金厂',
      invoices: ['26132000000000000001', '26132000000000000002'],
      keys: ['310420260000000001001'],
      sentOn: '2026-10-08',
      note: '',
      lines: [{ key: '310420260000000001001', state: 'letter', refund: '13000.00' }],
      held: '13000.00',
      age: 44,
    },
  ],
  rebateTaxed: async () => [
    {
      key: '310420260000000003001',
      name: '过氧化氢',
      exportDate: '2026-04-02',
      decidedBy: 'RB-B05',
      why: { zh: '文库退税率为 0、标识 1：征税', en: 'Rate 0 with mark 1: taxed' },
      fobCny: '11300.00',
      outputVat: '1300.00',
      figures: [],
      dueMonth: '2026-05',
      state: 'overdue',
      todo: [{ zh: '计提销项并申报', en: 'Account for the output VAT' }],
      record: {},
    },
  ],
  rebateHandbooks: async () => [
    {
      number: 'C12345678901',
      kind: 'purchased',
      plannedImport: '600000.00',
      plannedExport: '1000000.00',
      currency: 'USD',
      validTo: '2026-12-31',
      ratio: '0.6',
      adjusted: false,
      items: 12,
      fobCny: '700000.00',
      bonded: '420000.00',
    },
  ],
  rebateLedger: async () => [
    { month: '2026-09', lines: 12, declared: '52000.00', refunded: '48000.00', held: '4000.00', open: '0' },
    { month: '2026-10', lines: 3, declared: '0', refunded: '0', held: '0', open: '13000.00' },
  ],
  rebateYearEnd: async () => ({
    year: 2025,
    show: 'prominent',
    lastDay: '2026-04-30',
    daysLeft: 30,
    groups: [
      {
        reason: 'noInvoice',
        label: { zh: '缺发票', en: 'No invoice' },
        lines: ['310420250000000009001'],
        refund: '1200.00',
      },
      {
        reason: 'notCollected',
        label: { zh: '未收汇', en: 'Not collected' },
        lines: ['310420250000000009001'],
        refund: '1200.00',
      },
    ],
    atStake: { lines: 1, refund: '1200.00' },
  }),
  exemptMonth: async (period: string) => ({
    period,
    rows: [
      {
        source: '04022026E000000001',
        exportDate: '2026-10-08',
        amount: '100.00',
        currency: 'USD',
        cny: '709.88',
        fxRate: '7.0988',
        fxDate: '2026-10-09',
        country: '美国',
        shop: 'sample',
        declaredIn: '',
        corrects: '',
        decided: false,
      },
    ],
    rowCount: 1,
    missingRates: [],
    left: [],
    byCountry: [{ name: '美国', cny: '709.88' }],
    byShop: [{ name: 'sample', cny: '709.88' }],
    figures: [
      {
        id: 'exemptSales',
        label: { zh: '免税出口销售额', en: 'Exempt export sales' },
        place: { zh: '主表 免税销售额', en: 'main form' },
        confirmed: false,
        value: '709.88',
      },
    ],
    incomeTax: { figures: [], findings: [] },
    policy: {},
  }),
})
