import { z } from 'zod'
import { currency, day, decimalText } from '../field'
import type { Text } from '../text'
import { RegistrationForm } from './credit'
import { DutyInput, Refund, TradeCredit } from './input'
import { costClass, StockLine, WarehouseLot } from './netting'
import { Contract, CustomsPaper, PaperUse, WarehouseOut } from './papers'

const duty = DutyInput.shape
const item = z.strictObject({ declarationNo: z.string().min(1), item: z.int().positive() })

/** What an officer states and no file of the book tells, each kind in the form its check takes. */
export const noteValues = {
  /** Agency, 外综服 and pay-on-behalf contracts. */
  contract: Contract,
  registrationForm: RegistrationForm,
  /** A paper that served a receipt outside this book. */
  paperUse: PaperUse,
  /** A 清单 or 报关单 the book does not hold, or one of it with the orders and credits it belongs to. */
  customsDoc: CustomsPaper,
  warehouseOut: WarehouseOut,
  lot: WarehouseLot,
  stock: StockLine,
  /** 退汇. */
  refund: Refund,
  tradeCredit: TradeCredit,
  /** A document of a cost a platform took off; `costId`: of the very cost, else of the class in that settlement. */
  costDocument: z.strictObject({
    id: z.string().min(1),
    settlementId: z.string().min(1),
    costId: z.string().optional(),
    class: costClass,
    currency,
    amount: decimalText,
    counterparty: z.string().optional(),
    ownGoods: z.boolean().optional(),
    issuedOn: day.optional(),
  }),
  change: duty.changes.unwrap().element,
  advance: duty.advances.unwrap().element,
  warehouseExport: duty.warehouseExports.unwrap().element,
  archive: duty.archives.unwrap().element,
  preRefund: duty.preRefunds.unwrap().element,
  offshoreResale: duty.offshoreResales.unwrap().element,
  reExport: duty.reExports.unwrap().element,
  filedDeclaration: duty.filedDeclarations.unwrap().element,
  keptAbroad: duty.keptAbroad.unwrap().element,
  /** A duty that was done: rule and target. */
  dutyDone: z.strictObject({ rule: z.string(), target: z.string(), on: day }),
  /** Money of a credit that belongs to an item of a 报关单. */
  assigned: item.extend({ creditId: z.string(), amount: z.string() }),
  /** What somebody decided of an item. */
  mark: item.extend({
    status: z.enum(['collected', 'deemedCollected', 'cannotCollect']),
    reason: z.string().min(1),
  }),
  /** By when money of an item is expected, and the day a contract allows. */
  expected: item.extend({ expected: day.optional(), contractDay: day.optional() }),
} as const
export type NoteKind = keyof typeof noteValues
export type NoteValue<K extends NoteKind = NoteKind> = z.infer<(typeof noteValues)[K]>
export const noteKinds = Object.keys(noteValues) as [NoteKind, ...NoteKind[]]

export const noteNames: Readonly<Record<NoteKind, Text>> = {
  contract: { zh: '合同、协议', en: 'Contract' },
  registrationForm: { zh: '外汇局登记表', en: 'Registration form of SAFE' },
  paperUse: { zh: '单证在别处已用', en: 'Paper used elsewhere' },
  customsDoc: { zh: '清单 / 报关单', en: 'Customs document' },
  warehouseOut: { zh: '海外仓出库', en: 'Dispatch from a warehouse abroad' },
  lot: { zh: '海外仓备货', en: 'Goods sent to a warehouse abroad' },
  stock: { zh: '海外仓台账', en: 'Ledger of a warehouse abroad' },
  refund: { zh: '退汇', en: 'Refund' },
  costDocument: { zh: '境外费用单据', en: 'Document of a cost abroad' },
  tradeCredit: { zh: '预收 / 延期收款', en: 'Advance or deferred receipt' },
  change: { zh: '名录信息变更', en: 'Change of the register' },
  advance: { zh: '代垫', en: 'Cost advanced' },
  warehouseExport: { zh: '海外仓出口', en: 'Export to a warehouse abroad' },
  archive: { zh: '资料归档', en: 'Papers archived' },
  preRefund: { zh: '海外仓预退税', en: 'Refund before the sale' },
  offshoreResale: { zh: '离岸转手买卖', en: 'Offshore resale' },
  reExport: { zh: '转口', en: 'Re-export' },
  filedDeclaration: { zh: '已报的涉外收支申报', en: 'Declaration that was filed' },
  keptAbroad: { zh: '存放境外', en: 'Proceeds kept abroad' },
  dutyDone: { zh: '已办事项', en: 'Duty that was done' },
  assigned: { zh: '收款归属报关单项', en: 'Receipt assigned to an item' },
  mark: { zh: '收汇状态认定', en: 'State of an item' },
  expected: { zh: '预计收汇', en: 'Receipt expected' },
}

/** `name`: how it is called among those of its kind; the number of a paper, the SKU, an own name. */
export const ForexNote = z
  .object({ kind: z.enum(noteKinds), name: z.string().min(1), value: z.json() })
  .superRefine(({ kind, value }, context) => {
    const read = noteValues[kind].safeParse(value)
    if (!read.success)
      for (const issue of read.error.issues) context.addIssue({ ...issue, path: ['value', ...issue.path] })
  })
export type ForexNote = z.infer<typeof ForexNote>

/** Values of one kind, in the order of their names. */
export const notesOf = <K extends NoteKind>(notes: readonly ForexNote[], kind: K): NoteValue<K>[] =>
  notes
    .filter((note) => note.kind === kind)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ value }) => noteValues[kind].parse(value) as NoteValue<K>)
