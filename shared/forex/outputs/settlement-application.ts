import { cmp, isDecimal, isZero, sub, sum } from '../../money/decimal'
import { written } from '../amount'
import type { OrderDraw } from '../ledger/applications'
import type { Subject } from '../../model/forex/common'
import type { ReceiptVerdict } from '../receipt-verdict'
import { resultText } from '../verdict'
import { faultsOf, field, type FormFault, type FormField } from './form'

export const conversionWays = {
  spot: { zh: '即期', en: 'Spot' },
  forward: { zh: '远期', en: 'Forward' },
  limit: { zh: '挂单', en: 'Limit order' },
} as const

/** What is asked of the bank, for a part of a receipt or all of it. */
export type ApplicationAnswers = {
  amount: string
  /** The orders it is asked for; all of the receipt where none is named. */
  orders?: string[]
  way: keyof typeof conversionWays
  limitRate?: string
  /** 待查核、经常项目 or 结算账户 the money stands on, and the yuan account it goes to. */
  fromAccount: string
  toAccount: string
  accountName: string
  use: string
  attachments: string[]
  maker: string
  checker: string
  date: string
  /** Codes of the declaration that was filed, where it was. */
  declaredCodes?: string[]
}

/** What other applications and conversions hold of the receipt, and the orders this one draws on. */
export type ApplicationPlace = {
  earlier: readonly string[]
  draws?: readonly OrderDraw[]
  /** What the orders named do not cover. */
  short?: string
}

export type SettlementApplication = {
  creditId: string
  available: string
  draws: readonly OrderDraw[]
  fields: FormField[]
  faults: FormFault[]
}

/**
 * 结汇申请 of a receipt. There is no national form: these are the contents banks ask for (口径待确认). A part is asked for
 * only as far as the pre-check supports it and earlier conversions left it.
 */
export function settlementApplication(
  receipt: ReceiptVerdict,
  subject: Subject,
  answers: ApplicationAnswers,
  { earlier, draws = [], short = '0' }: ApplicationPlace,
): SettlementApplication {
  const { amount, way, limitRate, maker, checker, declaredCodes } = answers
  const { currency } = receipt
  const used = sum(earlier)
  const left = sub(receipt.eligible, used)
  const available = cmp(left, '0') > 0 ? left : '0'
  const codes = (receipt.declare.lines ?? receipt.declare.actual ?? []).flatMap(({ code }) => code ?? [])
  const number = isDecimal(amount) && cmp(amount, '0') > 0
  const fields = [
    field('company', ['公司名称', 'Company'], subject.name, { source: { record: 'enterprise' } }),
    field('uscc', ['统一社会信用代码', 'Credit code'], subject.uscc, { source: { record: 'enterprise' } }),
    field('fromAccount', ['外汇账户', 'Account in foreign currency'], answers.fromAccount, {
      source: { record: 'answer' },
    }),
    field('currency', ['币种', 'Currency'], currency, { source: { record: 'credit' } }),
    field('amount', ['结汇金额', 'Amount'], number ? written(amount, currency) : amount, {
      source: { record: 'answer' },
    }),
    field('source', ['资金来源（收汇流水号）', 'Source (number of the credit)'], receipt.id, {
      source: { record: 'credit' },
    }),
    field(
      'orders',
      ['对应订单', 'Orders'],
      draws.map(({ orderId, amount: part }) => `${orderId} ${written(part, currency)}`).join('、'),
      { source: { record: 'order' } },
    ),
    field('nature', ['交易性质', 'Nature'], receipt.declare.remark, { source: { record: 'check' } }),
    field('codes', ['交易编码', 'Codes'], codes.join('、'), {
      by: codes.length === 0 ? 'confirm' : 'us',
      source: { record: 'check' },
    }),
    field('way', ['结汇方式', 'Way'], conversionWays[way], { source: { record: 'answer' } }),
    field('limitRate', ['限价', 'Limit'], limitRate, { source: { record: 'answer' } }),
    field('toAccount', ['人民币入账账号', 'Account in yuan'], answers.toAccount, {
      source: { record: 'answer' },
    }),
    field('use', ['资金用途', 'Use'], answers.use, { source: { record: 'answer' } }),
    field(
      'pledge',
      ['真实性承诺', 'Pledge'],
      {
        zh: '本笔结汇有真实、合法的交易基础，所附单证真实、完整且未重复使用。',
        en: 'The conversion rests on a genuine and lawful trade; the papers attached are genuine, complete and used nowhere else.',
      },
      { source: { record: 'form', how: { zh: '固定文字', en: 'its fixed words' } } },
    ),
    field('attachments', ['附件', 'Attachments'], answers.attachments.join('、'), {
      source: { record: 'answer' },
    }),
    field(
      'precheck',
      ['本机预检', 'Pre-check'],
      {
        zh: `${resultText[receipt.result].zh}（${written(receipt.eligible, currency)}）`,
        en: `${resultText[receipt.result].en}, ${written(receipt.eligible, currency)}`,
      },
      { source: { record: 'check' } },
    ),
    field('maker', ['经办', 'Made by'], maker, { source: { record: 'answer' } }),
    field('checker', ['复核', 'Checked by'], checker, { source: { record: 'answer' } }),
    field('date', ['日期', 'Date'], answers.date, { source: { record: 'answer' } }),
  ]
  const faults = faultsOf([
    [
      currency === 'CNY',
      'currency',
      ['人民币收款没有结汇', 'Money in yuan is not converted'],
      ['填写跨境人民币收款说明', 'Use the statement of a receipt in yuan'],
    ],
    [
      receipt.result === 'BLOCKED',
      'precheck',
      ['本笔不可提交', 'The receipt must not be presented'],
      ['先处理预检的阻断项', 'Settle what blocks it first'],
    ],
    [!number, 'amount', ['结汇金额须大于零', 'The amount is above zero'], ['填写金额', 'Give the amount']],
    [
      number && cmp(amount, available) > 0,
      'amount',
      [
        `超过可结汇金额 ${written(available, currency)}（可提交 ${written(receipt.eligible, currency)}，其他申请和已结 ${written(used, currency)}）`,
        `Above what is left, ${written(available, currency)} (supported ${written(receipt.eligible, currency)}; other applications and conversions ${written(used, currency)})`,
      ],
      ['减少金额，或补齐单证', 'Reduce it, or complete the papers'],
    ],
    [
      number && cmp(amount, available) <= 0 && !isZero(short),
      'orders',
      [
        `所列订单可用部分不足，差 ${written(short, currency)}`,
        `The orders named have ${written(short, currency)} less than is asked for`,
      ],
      ['减少金额，或增列订单', 'Reduce it, or name more orders'],
    ],
    [
      answers.accountName !== '' && subject.name !== undefined && answers.accountName !== subject.name,
      'toAccount',
      ['账户名与公司名称不一致', 'The account is not in the company’s name'],
      ['使用本公司账户', 'Use an account of the company'],
    ],
    [
      maker === '' || checker === '',
      'checker',
      ['缺经办或复核', 'Maker or checker is missing'],
      ['补齐两人', 'Name both'],
    ],
    [
      maker !== '' && maker === checker,
      'checker',
      ['经办与复核是同一人', 'Maker and checker are the same person'],
      ['换一人复核', 'Have another person check it'],
    ],
    [
      answers.attachments.length === 0,
      'attachments',
      ['没有附件', 'There are no attachments'],
      ['先生成证据包', 'Make the evidence pack first'],
    ],
    [
      way === 'limit' && (limitRate === undefined || !isDecimal(limitRate) || isZero(limitRate)),
      'limitRate',
      ['挂单没有限价', 'A limit order has no limit'],
      ['填写限价', 'Give the limit'],
    ],
    [
      declaredCodes !== undefined && [...declaredCodes].sort().join() !== [...codes].sort().join(),
      'codes',
      ['交易编码与已申报的不一致', 'The codes are not those declared'],
      ['更正申报，或按申报填写', 'Amend the declaration or follow it'],
    ],
  ])
  return { creditId: receipt.id, available: written(available, currency), draws, fields, faults }
}
