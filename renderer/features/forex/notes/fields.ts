import { costNames } from '#shared/forex/checks/netting'
import { refundDocuments } from '#shared/model/forex/input'
import { refundDocumentNames } from '#shared/forex/refunds'
import type { Text } from '#shared/model/text'
import type { NoteKind } from '../../../data/port'
import { modeOptions } from '../forms/modes'
import type { Spec, SpecSection } from '../forms/spec'

type More = Partial<Spec>
const field = (path: string, label: Text, kind: Spec['kind'], more: More = {}): Spec => ({
  path,
  label,
  kind,
  ...more,
})
const must = { required: true }
const choice = (options: readonly (readonly [string, Text])[], more: More = {}): More => ({
  options: options.map(([value, label]) => ({ value, label })),
  ...more,
})
const id = field('id', { zh: '编号', en: 'Number' }, 'text', must)
const currency = field('currency', { zh: '币种', en: 'Currency' }, 'currency', must)
const amount = field('amount', { zh: '金额', en: 'Amount' }, 'decimal', must)
const credit = field('creditId', { zh: '收款', en: 'Credit' }, 'credit', must)
const mode = (more: More = {}): Spec =>
  field('supervisionMode', { zh: '监管方式', en: 'Supervision mode' }, 'choice', {
    options: modeOptions,
    ...more,
  })
const papers = [
  ['order', { zh: '订单', en: 'Order' }],
  ['waybill', { zh: '运单', en: 'Waybill' }],
  ['customsDoc', { zh: '清单 / 报关单', en: 'Customs document' }],
] as const
const item = [
  field('declarationNo', { zh: '报关单号', en: 'Declaration' }, 'code', must),
  field('item', { zh: '项号', en: 'Item' }, 'whole', must),
]

const specs: Readonly<Record<NoteKind, readonly Spec[]>> = {
  contract: [
    id,
    field(
      'type',
      { zh: '合同类型', en: 'Type' },
      'choice',
      choice(
        [
          ['agencyExport', { zh: '代理出口', en: 'Agency export' }],
          ['integratedService', { zh: '外贸综合服务', en: 'Integrated service' }],
          ['payOnBehalf', { zh: '代付协议', en: 'Pay on behalf' }],
        ],
        must,
      ),
    ),
    field('principalUscc', { zh: '委托方信用代码', en: 'Principal’s credit code' }, 'code'),
    field('agentUscc', { zh: '代理方信用代码', en: 'Agent’s credit code' }, 'code'),
  ],
  registrationForm: [
    field('no', { zh: '登记表号', en: 'Form number' }, 'text', must),
    credit,
    currency,
    amount,
    field('validTo', { zh: '有效期至', en: 'Valid to' }, 'day', must),
    field('bank', { zh: '指定银行', en: 'Bank' }, 'text'),
  ],
  paperUse: [
    field('docType', { zh: '单证', en: 'Paper' }, 'choice', choice(papers, must)),
    field('docId', { zh: '单证号', en: 'Number' }, 'text', must),
    amount,
    field('usedBy', { zh: '用于', en: 'Used by' }, 'text', must),
    field('usedOn', { zh: '使用日期', en: 'Used on' }, 'day'),
  ],
  customsDoc: [
    field('no', { zh: '单证号', en: 'Number' }, 'code', must),
    field(
      'type',
      { zh: '单证类型', en: 'Type' },
      'choice',
      choice(
        [
          ['list', { zh: '清单', en: 'List' }],
          ['declaration', { zh: '报关单', en: 'Declaration' }],
          ['summaryDeclaration', { zh: '汇总报关单', en: 'Summary declaration' }],
        ],
        must,
      ),
    ),
    mode(must),
    field('exporterUscc', { zh: '经营单位信用代码', en: 'Credit code of the exporter' }, 'code'),
    field('exporterName', { zh: '经营单位', en: 'Exporter' }, 'text'),
    field('currency', { zh: '币种', en: 'Currency' }, 'currency'),
    field('amount', { zh: '金额', en: 'Amount' }, 'decimal'),
    field('exportedOn', { zh: '出口日期', en: 'Exported on' }, 'day'),
    field('orderIds', { zh: '所含订单号', en: 'Its orders' }, 'list', { wide: true }),
    field('creditIds', { zh: '所属收款流水号', en: 'Its credits' }, 'list', { wide: true }),
  ],
  warehouseOut: [
    id,
    field('orderId', { zh: '订单号', en: 'Order' }, 'text', must),
    field('warehouseId', { zh: '海外仓', en: 'Warehouse' }, 'text'),
    field('sku', { zh: 'SKU', en: 'SKU' }, 'text'),
    field('units', { zh: '数量', en: 'Units' }, 'whole'),
    field('outOn', { zh: '出库日期', en: 'Dispatched on' }, 'day'),
  ],
  lot: [
    field('docNo', { zh: '报关单号', en: 'Declaration' }, 'code', must),
    field('sku', { zh: 'SKU', en: 'SKU' }, 'text', must),
    field('units', { zh: '申报数量', en: 'Units declared' }, 'whole', must),
    field('unitValue', { zh: '申报单价', en: 'Declared value of a unit' }, 'decimal', must),
    currency,
    field('supervisionMode', { zh: '监管方式', en: 'Supervision mode' }, 'choice', {
      options: modeOptions.filter(({ value }) => value === '9810' || value === '0110'),
    }),
    field('exportedOn', { zh: '出口日期', en: 'Exported on' }, 'day'),
  ],
  stock: [
    field('sku', { zh: 'SKU', en: 'SKU' }, 'text', must),
    field('soldUnits', { zh: '已售数量', en: 'Sold' }, 'whole', must),
    field('avgPrice', { zh: '平均售价', en: 'Average price' }, 'decimal', must),
    field('returnedRestocked', { zh: '退回上架', en: 'Returned to stock' }, 'whole'),
    field('returnedScrapped', { zh: '退回报废', en: 'Returned and scrapped' }, 'whole'),
    field('scrappedFromStock', { zh: '库存报废', en: 'Scrapped from stock' }, 'whole'),
    field('stockCount', { zh: '盘点数量', en: 'Counted' }, 'whole'),
  ],
  refund: [
    id,
    field(
      'kind',
      { zh: '性质', en: 'Kind' },
      'choice',
      choice([
        ['goods', { zh: '货物贸易', en: 'Goods' }],
        ['service', { zh: '服务贸易', en: 'Services' }],
      ]),
    ),
    field('originalDate', { zh: '原收款日期', en: 'Received on' }, 'day', must),
    field('refundDate', { zh: '退汇日期', en: 'Refunded on' }, 'day', must),
    currency,
    amount,
    field('originalAmount', { zh: '原收款金额', en: 'Amount received' }, 'decimal'),
    field('sameRoute', { zh: '原路退回', en: 'By the same route' }, 'yesNo', must),
    field('sameParties', { zh: '收付款人与原来一致', en: 'Same parties' }, 'yesNo'),
    field('registrationFormNo', { zh: '登记表号', en: 'Registration form' }, 'text'),
    field('documents', { zh: '已有材料', en: 'Papers there' }, 'choices', {
      wide: true,
      options: refundDocuments.map((value) => ({ value, label: refundDocumentNames[value] })),
    }),
    field('converted', { zh: '已结汇', en: 'Converted' }, 'yesNo'),
    field('goodsBack.exportedOn', { zh: '退货：原出口日期', en: 'Goods back: exported on' }, 'day'),
    field('goodsBack.releasedOn', { zh: '退货：放行日期', en: 'Goods back: released on' }, 'day'),
  ],
  tradeCredit: [
    id,
    field(
      'type',
      { zh: '类型', en: 'Type' },
      'choice',
      choice(
        [
          ['advanceReceipt', { zh: '预收货款', en: 'Advance' }],
          ['deferredReceipt', { zh: '延期收款', en: 'Deferred receipt' }],
        ],
        must,
      ),
    ),
    field('receiptDate', { zh: '收款日期', en: 'Received on' }, 'day'),
    field('exportDate', { zh: '出口日期', en: 'Exported on' }, 'day'),
    field('expectedExport', { zh: '预计出口日期', en: 'Export expected' }, 'day'),
    field('expectedReceipt', { zh: '预计收款日期', en: 'Receipt expected' }, 'day'),
    field('amount', { zh: '金额', en: 'Amount' }, 'decimal'),
    field('currency', { zh: '币种', en: 'Currency' }, 'currency'),
    field('reportedOn', { zh: '报告日期', en: 'Reported on' }, 'day'),
    field('reportedAmount', { zh: '报告金额', en: 'Amount reported' }, 'decimal'),
    field('reportedExpected', { zh: '报告的预计日期', en: 'Day reported' }, 'day'),
  ],
  change: [
    id,
    field(
      'what',
      { zh: '变更事项', en: 'What' },
      'choice',
      choice(
        [
          ['name', { zh: '企业名称', en: 'Name' }],
          ['uscc', { zh: '统一社会信用代码', en: 'Credit code' }],
          ['legalRepresentative', { zh: '法定代表人', en: 'Legal representative' }],
          ['contact', { zh: '联系方式', en: 'Contact' }],
          ['registeredAddress', { zh: '注册地址', en: 'Registered address' }],
        ],
        must,
      ),
    ),
    field('changedOn', { zh: '变更日期', en: 'Changed on' }, 'day', must),
    field('filedOn', { zh: '名录变更办结日期', en: 'Filed on' }, 'day'),
  ],
  advance: [
    id,
    field(
      'cost',
      { zh: '费用', en: 'Cost' },
      'choice',
      choice((['warehousing', 'logistics', 'tax'] as const).map((one) => [one, costNames[one]] as const)),
    ),
    field(
      'advancedBy',
      { zh: '代垫方', en: 'Advanced by' },
      'choice',
      choice([
        ['logistics', { zh: '物流企业', en: 'Logistics' }],
        ['courier', { zh: '快递企业', en: 'Courier' }],
        ['platform', { zh: '平台', en: 'Platform' }],
      ]),
    ),
    field('affiliated', { zh: '有关联关系', en: 'Affiliated' }, 'yesNo', must),
    field('advancedOn', { zh: '代垫日期', en: 'Advanced on' }, 'day', must),
    field('repaidOn', { zh: '偿还日期', en: 'Repaid on' }, 'day', { emptyIsNone: true }),
  ],
  warehouseExport: [id, field('exportDate', { zh: '出口日期', en: 'Exported on' }, 'day', must)],
  archive: [id, field('archivedOn', { zh: '归档日期', en: 'Archived on' }, 'day', must)],
  preRefund: [
    id,
    field('settledOn', { zh: '预退税日期', en: 'Refunded on' }, 'day', must),
    field('preRefund', { zh: '预退税额', en: 'Refunded' }, 'decimal', must),
    field('actual', { zh: '核算税额', en: 'Reckoned' }, 'decimal'),
  ],
  offshoreResale: [
    id,
    field('paymentDate', { zh: '付款日期', en: 'Paid on' }, 'day', must),
    field('receiptDate', { zh: '收款日期', en: 'Received on' }, 'day', must),
    field('firstLegUsd', { zh: '首笔金额（美元）', en: 'First leg (USD)' }, 'decimal', must),
  ],
  reExport: [
    id,
    field('receipt', { zh: '收入', en: 'Received' }, 'decimal', must),
    field('payment', { zh: '支出', en: 'Paid' }, 'decimal', must),
  ],
  filedDeclaration: [
    id,
    field('filed.amount', { zh: '已报金额', en: 'Amount filed' }, 'decimal', must),
    field('filed.code', { zh: '已报编码', en: 'Code filed' }, 'bop', must),
    field('now.amount', { zh: '现在的金额', en: 'Amount now' }, 'decimal', must),
    field('now.code', { zh: '现在的编码', en: 'Code now' }, 'bop', must),
  ],
  keptAbroad: [id, currency, amount],
  dutyDone: [
    field('rule', { zh: '规则号', en: 'Rule' }, 'code', must),
    field('target', { zh: '对象', en: 'Target' }, 'text', must),
    field('on', { zh: '办理日期', en: 'Done on' }, 'day', must),
  ],
  costDocument: [
    id,
    field('settlementId', { zh: '结算单号', en: 'Settlement' }, 'text', must),
    field('costId', { zh: '费用流水号', en: 'Cost' }, 'text'),
    field('class', { zh: '费用类别', en: 'Class' }, 'choice', choice(Object.entries(costNames), must)),
    currency,
    amount,
    field('counterparty', { zh: '收费方', en: 'Charged by' }, 'text'),
    field('ownGoods', { zh: '本企业货物', en: 'Goods of this firm' }, 'yesNo'),
    field('issuedOn', { zh: '开具日期', en: 'Issued on' }, 'day'),
  ],
  assigned: [...item, credit, amount],
  mark: [
    ...item,
    field(
      'status',
      { zh: '收汇状态', en: 'State' },
      'choice',
      choice(
        [
          ['collected', { zh: '已收汇', en: 'Collected' }],
          ['deemedCollected', { zh: '视同收汇', en: 'Deemed collected' }],
          ['cannotCollect', { zh: '无法收汇', en: 'Cannot be collected' }],
        ],
        must,
      ),
    ),
    field('reason', { zh: '理由', en: 'Reason' }, 'text', { ...must, wide: true }),
  ],
  expected: [
    ...item,
    field('expected', { zh: '预计收汇日期', en: 'Expected on' }, 'day'),
    field('contractDay', { zh: '合同约定收汇日期', en: 'Day of the contract' }, 'day'),
  ],
}

const title: Text = { zh: '内容', en: 'Facts' }

/** Fields of every kind of fact that no file tells, in the form its check takes. */
export const noteSections = (kind: NoteKind): readonly SpecSection[] => [
  { key: kind, title, fields: specs[kind] },
]
export const noteSpecs = (kind: NoteKind): readonly Spec[] => specs[kind]

/** Kinds by the path they belong to, in the order of the page. */
export const noteGroups: readonly { key: string; kinds: readonly NoteKind[] }[] = [
  { key: 'parties', kinds: ['contract', 'advance', 'registrationForm', 'costDocument'] },
  { key: 'refunds', kinds: ['refund'] },
  { key: 'goods', kinds: ['customsDoc', 'paperUse', 'warehouseOut'] },
  { key: 'warehouse', kinds: ['lot', 'stock', 'warehouseExport', 'preRefund'] },
  { key: 'credit', kinds: ['tradeCredit', 'assigned', 'mark', 'expected'] },
  { key: 'register', kinds: ['change', 'filedDeclaration', 'archive', 'keptAbroad', 'dutyDone'] },
  { key: 'other', kinds: ['offshoreResale', 'reExport'] },
]

/** What a fact is called when its form has no name of its own: its number, SKU or first field. */
export function nameOf(kind: NoteKind, value: Readonly<Record<string, unknown>>): string {
  const [first] = specs[kind]
  const key = ['id', 'no', 'docNo', 'sku', 'docId'].find((one) => typeof value[one] === 'string')
  const named = value[key ?? first?.path ?? '']
  const rest = ['item', 'target'].flatMap((one) => (value[one] === undefined ? [] : [String(value[one])]))
  return [typeof named === 'string' ? named : String(named ?? kind), ...rest].join(' ')
}
