import type { Text } from '#shared/model/text'
import type { NoteKind } from '../../../data/port'

/** Which path each kind of fact belongs to, and what it does to the checks. */
export const noteSays: Readonly<Record<NoteKind, Text>> = {
  contract: {
    zh: '代理出口、外综服、第三方代付：收款人或付款人与报关单上的不是一家时，凭合同说明。',
    en: 'Agency, integrated service, pay on behalf: explains why payee or payer is not the one on the declaration.',
  },
  costDocument: {
    zh: '平台扣除的费用凭哪张单据：按结算单和费用类别（或费用流水号）对到轧差的费用行；有人另行归类的以人为准。',
    en: 'Documents of costs a platform took off, found by settlement and class or by the cost itself; what a person classed stands over them.',
  },
  registrationForm: {
    zh: 'C 类逐笔、B 类超额度、特殊退汇：外汇局或银行出具的登记表，写明收款、金额、有效期、指定银行。',
    en: 'Class C, class B above its quota, special refunds: the form with its receipt, amount, term and bank.',
  },
  paperUse: {
    zh: '在本账套之外已经用过的单证：同一单证不给第二笔收款用。',
    en: 'Papers that served a receipt elsewhere: no paper serves twice.',
  },
  customsDoc: {
    zh: '本账套没有的清单、报关单，或说明它对应哪些订单、哪些收款。',
    en: 'Customs papers this book does not hold, or the orders and credits they belong to.',
  },
  warehouseOut: {
    zh: '海外仓发货：没有国内运单的订单，凭出库记录证明货已发出。',
    en: 'Dispatch from a warehouse abroad, in place of a waybill from home.',
  },
  lot: {
    zh: '9810 报关出口到海外仓的货，按 SKU 计数量和申报单价。',
    en: 'Goods declared to warehouses abroad, in units of each SKU.',
  },
  stock: {
    zh: '海外仓每个 SKU 的销售、退回、报废、盘点。申报数量 = 售出 + 退回报废 + 库存报废 + 在库。',
    en: 'Sold, returned, scrapped and counted of each SKU; units declared are all of these and the stock.',
  },
  refund: {
    zh: '退汇：按退汇当日的规定判断普通退汇、银行直接办理还是先到外汇局登记。',
    en: 'A refund: whether ordinary, done by the bank, or registered first, by the law of its day.',
  },
  tradeCredit: {
    zh: '预收超过 30 天未出口、出口后超过期限未收款：算报告期限。文件里已有的延期收款不用再填。',
    en: 'Advances and deferred receipts that are to be reported; those the book knows need not be typed.',
  },
  change: {
    zh: '名录信息变更要在期限内办理，这里登记变更和办结日期。',
    en: 'Changes of the register are filed in time; note the change and when it was filed.',
  },
  advance: {
    zh: '物流、快递、平台代垫的仓储、物流、税费：收付方向和期限按代垫的规定。',
    en: 'Storage, freight or tax that somebody paid ahead: direction and term by the rules for advances.',
  },
  warehouseExport: {
    zh: '出口到海外仓的日期，用来算收款预测的窗口。',
    en: 'Day of an export to a warehouse abroad, for the window of its forecast.',
  },
  archive: {
    zh: '资料归档日期，用来算留存五年到哪天。',
    en: 'When papers were archived; five years are counted from it.',
  },
  preRefund: {
    zh: '9810 离境即退税：预退税日期和金额，核算后填核算税额。',
    en: 'A 9810 refund before the sale, and what the reckoning came to.',
  },
  offshoreResale: {
    zh: '离岸转手买卖：收付两笔相隔天数和首笔金额。',
    en: 'Offshore resale: days between its two legs and the first of them.',
  },
  reExport: {
    zh: '转口：收入与支出的比值。',
    en: 'Re-export: what was received against what was paid.',
  },
  filedDeclaration: {
    zh: '已经报给银行的涉外收支申报，与现在的金额、编码不同的要修改申报。',
    en: 'Declarations filed with the bank; what differs now is amended.',
  },
  keptAbroad: {
    zh: '存放境外的出口收入，影响总量核查指标，这里只登记。',
    en: 'Proceeds kept abroad: recorded, and part of the indicators.',
  },
  dutyDone: {
    zh: '已经办了的义务，从义务日历里去掉。一般在「义务」页点「已办」。',
    en: 'A duty that was done leaves the calendar; normally pressed on its page.',
  },
  assigned: {
    zh: '一笔收款里有多少属于哪张报关单的哪一项；系统自己能算的不用填。',
    en: 'How much of a receipt belongs to which item; what follows by itself need not be said.',
  },
  mark: {
    zh: '由人认定的收汇状态和理由，交给出口退税。',
    en: 'State decided by a person, with the reason; told to the rebate room.',
  },
  expected: {
    zh: '这一项预计哪天收到、合同约定哪天收，用来算收汇期限和延期收款报告。',
    en: 'By when money is expected and the day of the contract; terms and reports follow.',
  },
}
