import type { Language, Text } from '../../model/text'
import { usccFault } from '../../codes/identifiers/uscc'
import { cmp, isDecimal, isZero, sub, sum } from '../../money/decimal'
import { written } from '../amount'
import { codeNames } from '../checks/codes'
import type { RestoredLine } from '../checks/declaration'
import { costNames, type CostGroup } from '../checks/netting'
import type { Subject } from '../../model/forex/common'
import type { BankCredit } from '../../model/forex/credit'
import type { ReceiptVerdict } from '../receipt-verdict'
import { faultsOf, field, type FormFault, type FormField } from './form'

export const settlementMethods = {
  LC: { zh: '信用证', en: 'Letter of credit' },
  COLLECTION: { zh: '托收', en: 'Collection' },
  LG: { zh: '保函', en: 'Guarantee' },
  TT: { zh: '电汇', en: 'Telegraphic transfer' },
  DD: { zh: '票汇', en: 'Draft' },
  MT: { zh: '信汇', en: 'Mail transfer' },
  OTHER: { zh: '其他', en: 'Other' },
} as const

export const paymentKinds = {
  advance: { zh: '预收货款', en: 'Advance' },
  refund: { zh: '退款', en: 'Refund' },
  other: { zh: '其他', en: 'Other' },
} as const

/** What the officer adds to what the receipt already says. Accounts are numbers of the enterprise at its bank. */
export type FormAnswers = {
  action?: 'A' | 'C' | 'D'
  actionReason?: string
  settledAccount?: string
  fxAccount?: string
  otherAmount?: string
  otherAccount?: string
  method?: keyof typeof settlementMethods
  paymentKind?: keyof typeof paymentKinds
  /** Residence of the payer, three letters; not the buyer's country. */
  payerCountry?: string
  bonded?: boolean
  registrationNo?: string
  domesticCharge?: { currency: string; amount: string }
  filledBy?: string
  phone?: string
  reportDate?: string
}

export type ReceiptForm = { creditId: string; fields: FormField[]; faults: FormFault[] }

const customerTypes = {
  company: { zh: '对公', en: 'Company' },
  person: { zh: '对私', en: 'Person' },
} as const

const LONGEST_NAME = 128

/**
 * 涉外收入申报单 of one receipt, field by field in the order of the form, with what is missing and what does not add up.
 * What the bank fills stays empty, codes it decides are proposed. A receipt through a payment institution has none: the
 * institution declares.
 */
export function receiptForm(
  receipt: ReceiptVerdict,
  credit: BankCredit,
  subject: Subject,
  answers: FormAnswers = {},
): ReceiptForm | undefined {
  if (credit.channel === 'paymentInstitution') return undefined
  const { declare } = receipt
  const lines = declare.lines ?? declare.actual ?? []
  const [first, second] = lines
  const natural = subject.type === 'individual'
  const { action = 'A', method = 'TT' } = answers
  const kind = answers.paymentKind ?? (credit.isAdvance ? 'advance' : 'other')
  const payerCountry = answers.payerCountry ?? credit.payer?.country
  // Without a quotation nothing is converted: all of it goes to the account in foreign currency.
  const fxAmount =
    declare.fxAmount ?? (declare.settledAmount === undefined ? withoutOther(declare.txAmount, answers) : '0')
  const kept = isZero(fxAmount) ? '' : fxAmount
  const { foreignCharge, txCurrency: currency } = declare
  const converted = receipt.conversion?.convert
  const line = (one: typeof first, at: 1 | 2) => [
    field(`code${at}`, [`交易编码${at}`, `Transaction code ${at}`], one?.code ?? '', {
      bankName: at === 1 ? 'TXCODE' : 'TXCODE2',
      by: one?.code === null ? 'confirm' : 'us',
    }),
    field(
      `codeName${at}`,
      [`交易编码${at}含义`, `Meaning of code ${at}`],
      one?.code ? codeNames[one.code] : undefined,
    ),
    field(`amount${at}`, [`相应金额${at}`, `Amount ${at}`], one?.amount, {
      bankName: at === 1 ? 'TC1AMT' : 'TC2AMT',
    }),
    field(`remark${at}`, [`交易附言${at}`, `Remark ${at}`], one && declare.remark, {
      bankName: at === 1 ? 'TXREM' : 'TX2REM',
    }),
  ]
  const fields = [
    field('reportNo', ['申报号码', 'Report number'], '', { bankName: 'RPTNO', by: 'bank' }),
    field('action', ['操作类型', 'Action'], action, { bankName: 'ACTIONTYPE' }),
    field('actionReason', ['修改/删除原因', 'Reason of the change'], answers.actionReason, {
      bankName: 'ACTIONDESC',
    }),
    field('customerType', ['收款人类型', 'Kind of payee'], customerTypes[natural ? 'person' : 'company'], {
      bankName: 'CUSTYPE',
    }),
    field('organisation', ['组织机构代码', 'Organisation code'], organisationOf(subject), {
      bankName: 'CUSTCOD',
    }),
    field('payee', ['收款人名称', 'Payee'], subject.name, { bankName: 'CUSTNM' }),
    field('payer', ['付款人名称', 'Payer'], credit.payer?.name, { bankName: 'OPPUSER' }),
    field('currency', ['收入款币种', 'Currency'], declare.txCurrency, { bankName: 'TXCCY' }),
    field('amount', ['收入款金额', 'Amount'], declare.txAmount, {
      bankName: 'TXAMT',
      exact: written(credit.amount, currency),
    }),
    field('rate', ['结汇汇率', 'Rate of conversion'], declare.settledRate, { bankName: 'EXRATE' }),
    field('settledAmount', ['结汇金额', 'Converted'], declare.settledAmount, {
      bankName: 'LCYAMT',
      exact: converted && written(converted, currency),
    }),
    field('settledAccount', ['结汇账号', 'Account of the conversion'], answers.settledAccount, {
      bankName: 'LCYACC',
    }),
    field('fxAmount', ['现汇金额', 'Kept in foreign currency'], kept, {
      bankName: 'FCYAMT',
      exact:
        kept === '' || answers.otherAmount !== undefined
          ? undefined
          : written(converted === undefined ? credit.amount : sub(credit.amount, converted), currency),
    }),
    field('fxAccount', ['现汇账号', 'Account in foreign currency'], answers.fxAccount, {
      bankName: 'FCYACC',
    }),
    field('otherAmount', ['其他金额', 'Other amount'], answers.otherAmount, { bankName: 'OTHAMT' }),
    field('otherAccount', ['其他账号', 'Other account'], answers.otherAccount, { bankName: 'OTHACC' }),
    field('method', ['结算方式', 'Method'], settlementMethods[method], { bankName: 'METHOD' }),
    field('businessNo', ['银行业务编号', 'Reference of the bank'], '', { bankName: 'BUSCODE', by: 'bank' }),
    field('domesticCharge', ['国内银行扣费', 'Charged at home'], money(answers.domesticCharge), {
      bankName: 'INCHARGE',
    }),
    field('foreignCharge', ['国外银行扣费', 'Charged abroad'], money(foreignCharge), {
      bankName: 'OUTCHARGE',
    }),
    field('payerCountry', ['付款人常驻国家（地区）', 'Residence of the payer'], payerCountry, {
      bankName: 'COUNTRY',
    }),
    field('paymentKind', ['收款性质', 'Kind of receipt'], paymentKinds[kind], { bankName: 'PAYTYPE' }),
    ...line(first, 1),
    ...line(second, 2),
    ...restoredFields(receipt),
    field('bonded', ['是否保税货物项下收入', 'Of bonded goods'], answers.bonded ? 'Y' : 'N', {
      bankName: 'ISREF',
    }),
    field('registrationNo', ['外汇局批件号/备案表号/业务编号', 'Number of SAFE'], answers.registrationNo, {
      bankName: 'BILLNO',
    }),
    field('filledBy', ['填报人', 'Filled in by'], answers.filledBy, { bankName: 'CRTUSER' }),
    field('phone', ['填报人电话', 'Phone'], answers.phone, { bankName: 'INPTELC' }),
    field('reportDate', ['申报日期', 'Declared on'], answers.reportDate, { bankName: 'RPTDATE' }),
  ]
  return {
    creditId: receipt.id,
    fields,
    faults: [
      ...formFaults(fields, { natural, due: declare.dueDate, lines: lines.length }),
      ...codeFaults(subject),
    ],
  }
}

/** 还原数据 of a netted receipt: proceeds, and what was taken off them by cost class with its documents. */
function restoredFields({ declare, netting, currency }: ReceiptVerdict): FormField[] {
  return (declare.restored ?? []).map(({ direction, group, code, amount }, at) => {
    const costs = (netting?.costs ?? []).filter((one) => restoredGroup[one.group] === group)
    const told = (language: Language) =>
      costs
        .map(({ class: kind, amount: part, documentId }) =>
          [costNames[kind][language], part, documentId ?? ''].filter(Boolean).join(' '),
        )
        .join(language === 'zh' ? '；' : '; ')
    const word = restoredWords[group]
    const text = (language: Language) =>
      [
        directions[direction][language],
        code ?? '',
        word[language],
        currency,
        amount,
        told(language) && `(${told(language)})`,
      ]
        .filter(Boolean)
        .join(' ')
    const label = [`还原数据${at + 1}`, `Restored item ${at + 1}`] as const
    return field(
      `restored${at + 1}`,
      label,
      { zh: text('zh'), en: text('en') },
      { by: code === null ? 'confirm' : 'us' },
    )
  })
}
const restoredGroup: Readonly<Record<CostGroup, RestoredLine['group'] | undefined>> = {
  allowed: 'allowed',
  pilotAllowed: 'allowed',
  review: 'bankToConfirm',
  notNettable: undefined,
  blocked: undefined,
}
const restoredWords: Readonly<Record<RestoredLine['group'], Text>> = {
  proceeds: { zh: '销售货款', en: 'Proceeds' },
  allowed: { zh: '可轧差费用', en: 'Costs that may be netted' },
  bankToConfirm: { zh: '待银行确认的费用', en: 'Costs the bank confirms' },
}
const directions: Readonly<Record<RestoredLine['direction'], Text>> = {
  in: { zh: '收', en: 'In' },
  out: { zh: '付', en: 'Out' },
}

const withoutOther = (amount: string, { otherAmount }: FormAnswers): string =>
  otherAmount !== undefined && isDecimal(otherAmount) ? sub(amount, otherAmount) : amount

const money = (one: { currency: string; amount: string } | undefined): string =>
  one === undefined ? '' : `${one.currency} ${written(one.amount, one.currency)}`

/** A wrong check digit would travel into the organisation code unseen. */
const codeFaults = ({ type, uscc }: Subject): FormFault[] =>
  faultsOf([
    [
      type !== 'individual' && uscc !== undefined && usccFault(uscc) !== undefined,
      'organisation',
      ['统一社会信用代码不成立', 'The credit code is none'],
      ['在企业资料中改正', 'Correct it in the data of the enterprise'],
    ],
  ])

/** The nine characters of the 统一社会信用代码 that are the old organisation code. */
const organisationOf = ({ type, uscc = '' }: Subject): string =>
  type === 'individual' || uscc.length !== 18 ? '' : uscc.slice(8, 17)

const partIds = ['settledAmount', 'fxAmount', 'otherAmount']
const wholeText = (text: string): boolean => /^\d+$/.test(text)

/** Form arithmetic: parts against the whole, amount with rate and account, codes against the sum, lengths, dates. */
export function formFaults(
  fields: readonly FormField[],
  { natural, due, lines }: { natural: boolean; due?: string | undefined; lines: number },
): FormFault[] {
  const values = new Map(fields.map(({ id, value }) => [id, value]))
  const get = (id: string): string => values.get(id) ?? ''
  const filled = (...ids: readonly string[]) => ids.filter((id) => get(id) !== '').length
  const parts = partIds.map(get).filter((one) => one !== '')
  const codes = ['amount1', 'amount2'].map(get).filter((one) => one !== '')
  const amount = get('amount')
  const notWhole = partIds.find((id) => get(id) !== '' && !wholeText(get(id)))
  const sound = wholeText(amount) && parts.every(wholeText)
  const together = (text: string, en: string) =>
    [`${text}须同时填写或同时不填`, `${en} stand together`] as const
  return faultsOf([
    [
      !natural && get('organisation') === '',
      'organisation',
      ['没有组织机构代码', 'The organisation code is missing'],
      ['在企业资料中补统一社会信用代码', 'Complete the credit code of the enterprise'],
    ],
    [
      get('payee') === '',
      'payee',
      ['没有收款人名称', 'The payee is missing'],
      ['在企业资料中补名称，与账户名一致', 'Complete the name; it is that of the account'],
    ],
    [
      get('payer') === '',
      'payer',
      ['没有付款人名称', 'The payer is missing'],
      ['按收款通知补付款人', 'Take it from the credit advice'],
    ],
    [
      [get('payee'), get('payer')].some((name) => name.length > LONGEST_NAME),
      'payer',
      ['名称超过 128 个字', 'A name has more than 128 characters'],
      ['按银行系统的简称填写', 'Use the short name'],
    ],
    [
      !wholeText(amount) || isZero(amount),
      'amount',
      ['收入款金额须为大于零的整数', 'The amount is a whole number above zero'],
      ['四舍五入到元', 'Round it to whole units'],
    ],
    [
      ![0, 3].includes(filled('settledAmount', 'rate', 'settledAccount')),
      'settledAmount',
      together('结汇金额、汇率、账号', 'Converted amount, rate and account'),
      ['补齐缺的一项', 'Complete what is missing'],
    ],
    [
      ![0, 2].includes(filled('fxAmount', 'fxAccount')),
      'fxAmount',
      together('现汇金额、账号', 'Amount kept and its account'),
      ['补齐缺的一项', 'Complete what is missing'],
    ],
    [
      ![0, 2].includes(filled('otherAmount', 'otherAccount')),
      'otherAmount',
      together('其他金额、账号', 'Other amount and its account'),
      ['补齐缺的一项', 'Complete what is missing'],
    ],
    [
      parts.length === 0,
      'fxAmount',
      ['结汇、现汇、其他至少填一项', 'One of the three amounts is filled in'],
      ['填写收入款的去向', 'Say where the money goes'],
    ],
    [
      notWhole !== undefined,
      notWhole ?? '',
      ['金额须为正整数', 'Amounts are whole numbers, none below zero'],
      ['四舍五入到元', 'Round them to whole units'],
    ],
    [
      sound && parts.length > 0 && cmp(sum(parts), amount) !== 0,
      'amount',
      ['结汇、现汇、其他之和不等于收入款金额', 'The three amounts do not make the receipt'],
      ['核对三项金额', 'Check the three amounts'],
    ],
    [
      sound && codes.every(wholeText) && cmp(sum(codes), amount) !== 0,
      'amount1',
      ['相应金额之和不等于收入款金额', 'The amounts of the codes do not make the receipt'],
      ['核对各交易编码的金额', 'Check the amounts of the codes'],
    ],
    [
      lines > 2,
      'code2',
      ['一笔收入最多两个交易编码', 'A receipt has at most two codes'],
      ['请银行拆分申报', 'Have the bank split the declaration'],
    ],
    [
      lines === 0,
      'code1',
      ['没有交易编码', 'There is no transaction code'],
      ['先关联订单和报关资料', 'Link orders and customs papers first'],
    ],
    [
      get('payerCountry') !== '' && !/^[A-Z]{3}$/.test(get('payerCountry')),
      'payerCountry',
      ['国别须为三位字母代码', 'The country is a code of three letters'],
      ['按付款人常驻地选择', 'Choose the residence of the payer'],
    ],
    [
      get('payerCountry') === '',
      'payerCountry',
      ['没有付款人常驻国家（地区）', 'The residence of the payer is missing'],
      ['按付款人常驻地填写，不是买家所在国', 'It is the payer’s, not the buyer’s'],
    ],
    [
      get('action') === 'A' ? get('actionReason') !== '' : get('actionReason') === '',
      'actionReason',
      ['新增不填原因，修改、删除必须填', 'Only a change or deletion has a reason, and must have one'],
      ['改正原因一栏', 'Correct the reason'],
    ],
    [
      due !== undefined && get('reportDate') > due,
      'reportDate',
      [`申报日期晚于 ${due ?? ''}（五个工作日）`, `Declared after ${due ?? ''}, five working days`],
      ['尽快申报并说明', 'Declare at once and explain'],
    ],
  ])
}
