import type { FieldDef, FieldTable } from '../profile'
import { noteFileKinds, type NoteFileKind } from '../../model/import-report'
import type { Text } from '../../model/text'
import type { NoteKind } from '../../model/forex/notes'
import { costClass, type CostClass } from '../../model/forex/netting'
import { refundDocuments } from '../../model/forex/input'

type Choice = readonly [value: string, ...words: string[]]

/** A file of notes: which kind of note its rows are, what its columns mean, and the words its columns know. */
export type NoteFile = {
  note: NoteKind
  title: Text
  fields: FieldTable
  /** Fields that name a note; a row of the same name says the same thing anew. */
  named: readonly string[]
  /** Fields of words; the first word of each is what the template offers. */
  choices: Readonly<Record<string, readonly Choice[]>>
  /** Fields of several words. */
  lists?: readonly string[]
  /** Whole numbers that may be none. */
  counts?: readonly string[]
  /** Where a field goes in the value, when not under its own name. */
  paths?: Readonly<Record<string, readonly [string, string]>>
  /** Amounts and counts that are above zero. */
  positive: readonly string[]
}

const def = (
  type: FieldDef['type'],
  zh: string,
  en: string,
  synonyms: readonly string[],
  more: Partial<FieldDef> = {},
): FieldDef => ({ type, label: { zh, en }, synonyms, ...more })
const must = { required: true }
const yesNo: readonly Choice[] = [
  ['yes', '是', 'Y', 'yes', '1', 'true'],
  ['no', '否', 'N', 'no', '0', 'false'],
]
const currency = def('currency', '币种', 'Currency', ['币制', '货币', 'currency'], must)
const sku = def('text', '货号', 'SKU', ['sku', 'msku', 'seller sku', '商品编码', '商品SKU'], must)

const costWords: Readonly<Record<CostClass, readonly [string, ...string[]]>> = {
  warehousing: ['仓储费', '仓储', '仓租', 'storage', 'warehousing'],
  logistics: ['物流费', '物流', '运费', '配送费', '头程', '尾程', 'logistics', 'freight'],
  tax: ['税费', '税', '境外税费', 'tax', 'vat'],
  commission: ['佣金', '平台佣金', 'commission'],
  advertising: ['广告费', '广告', '推广费', 'advertising'],
  paymentFee: ['支付手续费', '手续费', 'payment fee'],
  storagePenalty: ['超期仓储费', '超龄仓储费', 'storage penalty'],
  compensation: ['赔偿', '赔款', 'compensation'],
  repair: ['维修费', '维修', 'repair'],
  loanRepayment: ['还贷', '贷款偿还', 'loan repayment'],
  dividend: ['分红', '股息', 'dividend'],
  equity: ['股权', '投资', 'equity'],
}
const paperWords: Readonly<Record<(typeof refundDocuments)[number], readonly [string, ...string[]]>> = {
  creditAdvice: ['原收款凭证', '收款凭证', '收款通知'],
  contractOrCustomsDoc: ['合同或报关单', '合同', '报关单'],
  reasonStatement: ['退汇原因说明', '情况说明', '原因说明'],
  returnAgreementOrReturnDoc: ['退款协议或退货报关单', '退款协议', '退货报关单'],
}

/** Columns are our own template's; no warehouse's or bank's layout is named here, other files are mapped. */
export const noteFiles: Readonly<Record<NoteFileKind, NoteFile>> = {
  'warehouse-lots': {
    note: 'lot',
    title: { zh: '海外仓备货', en: 'goods sent to warehouses abroad' },
    fields: {
      docNo: def('code', '报关单号', 'Declaration', ['单证号', '海关编号', '清单号'], must),
      sku,
      units: def('integer', '申报数量', 'Units declared', ['数量', '备货数量', '出口数量'], must),
      unitValue: def('decimal', '申报单价', 'Declared value of a unit', ['单价', '报关单价'], {
        ...must,
        money: true,
      }),
      currency,
      supervisionMode: def('code', '监管方式', 'Supervision mode', ['贸易方式', '监管方式代码']),
      exportedOn: def('day', '出口日期', 'Exported on', ['离境日期', '出口日']),
    },
    named: ['docNo', 'sku'],
    choices: {
      supervisionMode: [
        ['9810', '9810', '跨境电商出口海外仓'],
        ['0110', '0110', '一般贸易'],
      ],
    },
    positive: ['units', 'unitValue'],
  },
  'warehouse-stock': {
    note: 'stock',
    title: { zh: '海外仓台账', en: 'ledgers of warehouses abroad' },
    fields: {
      sku,
      soldUnits: def('decimal', '已售数量', 'Sold', ['销售数量', '已售', '累计销售数量'], must),
      avgPrice: def('decimal', '平均售价', 'Average price', ['平均单价', '售价', '平均销售单价'], {
        ...must,
        money: true,
      }),
      returnedRestocked: def('decimal', '退回上架', 'Returned to stock', ['退货上架', '退货入库']),
      returnedScrapped: def('decimal', '退回报废', 'Returned and scrapped', ['退货报废', '退货销毁']),
      scrappedFromStock: def('decimal', '库存报废', 'Scrapped from stock', ['库存销毁', '报废数量']),
      stockCount: def('decimal', '盘点数量', 'Counted', ['盘点数', '实盘数量', '在库数量', '期末库存']),
    },
    named: ['sku'],
    choices: {},
    counts: ['soldUnits', 'returnedRestocked', 'returnedScrapped', 'scrappedFromStock', 'stockCount'],
    positive: ['avgPrice'],
  },
  'warehouse-outs': {
    note: 'warehouseOut',
    title: { zh: '海外仓出库', en: 'dispatches from warehouses abroad' },
    fields: {
      id: def('id', '出库单号', 'Dispatch', ['出库编号', '出库单', '发货单号'], must),
      orderId: def('id', '订单号', 'Order', ['平台订单号', '销售订单号', 'order id'], {
        ...must,
        asWritten: true,
      }),
      warehouseId: def('text', '海外仓', 'Warehouse', ['仓库', '仓库编码', '仓库名称']),
      sku: { ...sku, required: false },
      units: def('integer', '数量', 'Units', ['出库数量', '件数']),
      outOn: def('day', '出库日期', 'Dispatched on', ['发货日期', '出库时间', '发货时间']),
    },
    named: ['id'],
    choices: {},
    positive: ['units'],
  },
  'forex-refunds': {
    note: 'refund',
    title: { zh: '退汇', en: 'refunds of receipts' },
    fields: {
      id: def('id', '退汇编号', 'Refund', ['退汇流水号', '退款编号', '编号'], must),
      kind: def('text', '性质', 'Kind', ['交易性质']),
      originalDate: def('day', '原收款日期', 'Received on', ['原收汇日期', '收款日期'], must),
      refundDate: def('day', '退汇日期', 'Refunded on', ['退款日期', '付款日期'], must),
      currency,
      amount: def('decimal', '退汇金额', 'Amount', ['退款金额', '金额'], { ...must, money: true }),
      originalAmount: def('decimal', '原收款金额', 'Received', ['原收汇金额', '收款金额'], { money: true }),
      sameRoute: def('text', '原路退回', 'By the same way', ['是否原路', '是否原路退回'], must),
      sameParties: def('text', '同一收付款人', 'Same parties', ['收付款人一致']),
      registrationFormNo: def('id', '登记表号', 'Form of SAFE', ['外汇局登记表号']),
      documents: def('text', '已有单证', 'Papers at hand', ['单证']),
      converted: def('text', '已结汇', 'Converted', ['是否已结汇']),
      backExportedOn: def('day', '退货原出口日期', 'Goods back: exported on', ['原出口日期']),
      backReleasedOn: def('day', '退货放行日期', 'Goods back: released on', ['退运放行日期']),
    },
    named: ['id'],
    choices: {
      kind: [
        ['goods', '货物贸易', '货物', 'goods'],
        ['service', '服务贸易', '服务', 'service'],
      ],
      sameRoute: yesNo,
      sameParties: yesNo,
      converted: yesNo,
      documents: refundDocuments.map((value) => [value, ...paperWords[value]]),
    },
    lists: ['documents'],
    paths: {
      backExportedOn: ['goodsBack', 'exportedOn'],
      backReleasedOn: ['goodsBack', 'releasedOn'],
    },
    positive: ['amount', 'originalAmount'],
  },
  'forex-contracts': {
    note: 'contract',
    title: { zh: '收汇合同、协议', en: 'contracts of receipts' },
    fields: {
      id: def('id', '合同号', 'Contract', ['合同编号', '协议号', '协议编号'], must),
      type: def('text', '合同类型', 'Type', ['协议类型', '类型'], must),
      principalUscc: def('code', '委托方信用代码', 'Credit code of the principal', [
        '委托方统一社会信用代码',
      ]),
      agentUscc: def('code', '代理方信用代码', 'Credit code of the agent', ['代理方统一社会信用代码']),
    },
    named: ['id'],
    choices: {
      type: [
        ['agencyExport', '代理出口', '代理出口协议'],
        ['integratedService', '外贸综合服务', '外综服', '综合服务协议'],
        ['payOnBehalf', '代付协议', '代垫', '代付'],
      ],
    },
    positive: [],
  },
  'cost-documents': {
    note: 'costDocument',
    title: { zh: '境外费用单据', en: 'documents of costs abroad' },
    fields: {
      id: def('id', '单据号', 'Document', ['费用单据号', '发票号', '账单号', 'invoice no'], must),
      settlementId: def('id', '结算单号', 'Settlement', ['平台结算单号', '结算编号', 'settlement id'], must),
      costId: def('id', '费用流水号', 'Cost', ['费用行号', '费用编号']),
      class: def('text', '费用类别', 'Class', ['费用类型', '类别'], must),
      currency,
      amount: def('decimal', '金额', 'Amount', ['费用金额', '单据金额'], { ...must, money: true }),
      counterparty: def('text', '收费方', 'Charged by', ['开票方', '服务商', '供应商']),
      ownGoods: def('text', '本企业货物', 'Goods of this firm', ['是否本企业货物']),
      issuedOn: def('day', '开具日期', 'Issued on', ['开票日期', '单据日期']),
    },
    named: ['id'],
    choices: {
      class: costClass.options.map((value) => [value, ...costWords[value]]),
      ownGoods: yesNo,
    },
    positive: ['amount'],
  },
}

/** What the template offers in the columns of words. */
export const noteChoices = (kind: NoteFileKind): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(noteFiles[kind].choices)
      .filter(([field]) => !noteFiles[kind].lists?.includes(field))
      .map(([field, choices]) => [field, choices.map(([, word = '']) => word)]),
  )

/** The file that brings notes of a kind, where one does. */
export const fileOfNote = (kind: NoteKind): NoteFileKind | undefined =>
  noteFileKinds.find((file) => noteFiles[file].note === kind)

/** What a note of such a file is known by, typed or imported. */
export const nameInFile = (file: NoteFileKind, value: object): string =>
  noteFiles[file].named.map((field) => String((value as Record<string, unknown>)[field] ?? '')).join(' ')
