import { conversionWays } from '#shared/forex/outputs/settlement-application'
import { customerTypes, paymentKinds, settlementMethods } from '#shared/forex/outputs/receipt-form'
import type { Text } from '#shared/model/text'
import type { Spec, SpecSection } from '../../forms/spec'

const field = (path: string, label: Text, kind: Spec['kind'], more: Partial<Spec> = {}): Spec => ({
  path,
  label,
  kind,
  ...more,
})
const optionsOf = (of: Readonly<Record<string, Text>>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }))
const who = [
  field('filledBy', { zh: '填报人', en: 'Filled in by' }, 'text'),
  field('phone', { zh: '填报人电话', en: 'Phone' }, 'text'),
]

/** Of what sources say in the forms, how that is typed which is no plain text, where somebody replaces it. */
export const replacedAs: readonly SpecSection[] = [
  {
    key: 'replaced',
    title: { zh: '手改', en: 'Override' },
    fields: [
      field('customerType', { zh: '收款人类型', en: 'Kind of payee' }, 'choice', {
        options: optionsOf(customerTypes),
      }),
      field('currency', { zh: '币种', en: 'Currency' }, 'currency'),
      field('payerCountry', { zh: '付款人常驻国家', en: 'Residence of the payer' }, 'country'),
      field('paymentKind', { zh: '收款性质', en: 'Kind of receipt' }, 'choice', {
        options: optionsOf(paymentKinds),
      }),
      field('receivedOn', { zh: '收款日期', en: 'Received on' }, 'day'),
      ...['code1', 'code2'].map((path) => field(path, { zh: '交易编码', en: 'Code' }, 'bop')),
      ...[
        ...['amount', 'rate', 'settledAmount', 'fxAmount', 'amount1', 'amount2'],
        ...['total', 'goodsTotal', 'advance', 'advanceRatio', 'declared', 'noCustoms'],
      ].map((path) => field(path, { zh: '金额', en: 'Amount' }, 'decimal')),
    ],
  },
]

/** What the officer adds to the 涉外收入申报单. */
export const receiptSections: readonly SpecSection[] = [
  {
    key: 'receipt',
    title: { zh: '申报单补充项', en: 'What the declaration still wants' },
    fields: [
      field('action', { zh: '操作类型', en: 'Action' }, 'choice', {
        options: [
          { value: 'A', label: { zh: 'A 新增', en: 'A new' } },
          { value: 'C', label: { zh: 'C 修改', en: 'C change' } },
          { value: 'D', label: { zh: 'D 删除', en: 'D delete' } },
        ],
      }),
      field('actionReason', { zh: '修改/删除原因', en: 'Reason of the change' }, 'text'),
      field('settledAccount', { zh: '结汇账号', en: 'Account of the conversion' }, 'code'),
      field('fxAccount', { zh: '现汇账号', en: 'Account in foreign currency' }, 'code'),
      field('otherAmount', { zh: '其他金额', en: 'Other amount' }, 'decimal'),
      field('otherAccount', { zh: '其他账号', en: 'Other account' }, 'code'),
      field('method', { zh: '结算方式', en: 'Method' }, 'choice', { options: optionsOf(settlementMethods) }),
      field('paymentKind', { zh: '收款性质', en: 'Kind of receipt' }, 'choice', {
        options: optionsOf(paymentKinds),
      }),
      field('payerCountry', { zh: '付款人常驻国家', en: 'Residence of the payer' }, 'country'),
      field('bonded', { zh: '保税货物项下', en: 'Of bonded goods' }, 'yesNo'),
      field('registrationNo', { zh: '外汇局批件号', en: 'Number of SAFE' }, 'text'),
      field('domesticCharge', { zh: '国内银行扣费', en: 'Charged at home' }, 'money'),
      ...who,
      field('reportDate', { zh: '申报日期', en: 'Declared on' }, 'day'),
    ],
  },
]

/** What the officer adds to the 跨境业务人民币结算收款说明. */
export const rmbSections: readonly SpecSection[] = [
  {
    key: 'rmb',
    title: { zh: '收款说明补充项', en: 'What the note still wants' },
    fields: [
      field('receivedOn', { zh: '收款日期', en: 'Received on' }, 'day'),
      field('goods', { zh: '货物描述', en: 'Goods' }, 'text', { wide: true }),
      field('declared.general', { zh: '已报关：一般贸易', en: 'Declared: general trade' }, 'decimal'),
      field('declared.feeding', { zh: '已报关：进料加工', en: 'Declared: imported materials' }, 'decimal'),
      field('declared.supplied', { zh: '已报关：来料加工', en: 'Declared: supplied materials' }, 'decimal'),
      field('declared.border', { zh: '已报关：边境贸易', en: 'Declared: border trade' }, 'decimal'),
      field('declared.other', { zh: '已报关：其他', en: 'Declared: other' }, 'decimal'),
      field('daysToExport', { zh: '预计报关天数', en: 'Days until declared' }, 'decimal'),
      field('exporter.name', { zh: '报关经营单位', en: 'Exporter' }, 'text'),
      field('exporter.code', { zh: '经营单位代码', en: 'Code of the exporter' }, 'code'),
      field('service.amount', { zh: '服务贸易金额', en: 'Services' }, 'decimal'),
      field('service.code', { zh: '国际收支编码', en: 'Code of the services' }, 'bop'),
      field('paperUse', { zh: '关单使用情况', en: 'Use of declarations' }, 'text', { wide: true }),
      ...who,
    ],
  },
]

/** What is asked of the bank in a 结汇申请. */
export const applicationSections: readonly SpecSection[] = [
  {
    key: 'application',
    title: { zh: '申请内容', en: 'The application' },
    fields: [
      field('amount', { zh: '申请结汇金额', en: 'Amount to convert' }, 'decimal', { required: true }),
      field('orders', { zh: '对应订单', en: 'Orders' }, 'list', {
        wide: true,
        note: {
          zh: '订单号用逗号隔开；不填则按关联顺序使用还没有申请过的部分',
          en: 'Order numbers, a comma apart; left empty, what no application used yet is drawn in order',
        },
      }),
      field('way', { zh: '方式', en: 'Way' }, 'choice', {
        required: true,
        options: optionsOf(conversionWays),
      }),
      field('limitRate', { zh: '挂单汇率', en: 'Rate of the limit order' }, 'decimal'),
      field('fromAccount', { zh: '转出账户', en: 'From account' }, 'code'),
      field('toAccount', { zh: '人民币账户', en: 'Yuan account' }, 'code'),
      field('accountName', { zh: '户名', en: 'Account name' }, 'text'),
      field('use', { zh: '用途', en: 'Use' }, 'text', { wide: true }),
      field('attachments', { zh: '附件', en: 'Attachments' }, 'list', { wide: true }),
      field('maker', { zh: '经办人', en: 'Maker' }, 'text'),
      field('checker', { zh: '复核人', en: 'Checker' }, 'text'),
      field('date', { zh: '日期', en: 'Date' }, 'day', { required: true }),
      field('declaredCodes', { zh: '已申报编码', en: 'Codes declared' }, 'list'),
    ],
  },
]

/** The bank asked, how much is converted, and at which rate it was booked. */
export const conversionSections: readonly SpecSection[] = [
  {
    key: 'conversion',
    title: { zh: '结汇', en: 'Conversion' },
    fields: [
      field('conversion.bank', { zh: '银行', en: 'Bank' }, 'text'),
      field('conversion.convert', { zh: '结汇金额', en: 'Amount to convert' }, 'decimal'),
      field('conversion.bookedRate', { zh: '入账汇率', en: 'Rate it was booked at' }, 'decimal'),
    ],
  },
]

/** How a receipt in yuan divides. */
export const statementSections: readonly SpecSection[] = [
  {
    key: 'statement',
    title: { zh: '人民币收款构成', en: 'Parts of a receipt in CNY' },
    fields: [
      field('rmb.declaredGoods', { zh: '已报关货物', en: 'Goods declared' }, 'decimal'),
      field('rmb.advance', { zh: '预收货款', en: 'Advance' }, 'decimal'),
      field('rmb.noCustoms', { zh: '无货物报关', en: 'Without declaration' }, 'decimal'),
      field('rmb.contractAmount', { zh: '合同金额', en: 'Amount of the contract' }, 'decimal'),
      field('rmb.expectedExport', { zh: '预计出口日期', en: 'Export expected' }, 'day'),
    ],
  },
]
