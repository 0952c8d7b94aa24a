import type { Language, Text } from '../../model/text'
import { isDecimal, isZero, sub } from '../../money/decimal'
import { written } from '../amount'
import { codeNames } from '../checks/codes'
import type { RestoredLine } from '../checks/declaration'
import { costNames, type CostGroup } from '../checks/netting'
import type { Subject } from '../../model/forex/common'
import type { ValueSource } from '../../provenance/derived'
import type { BankCredit } from '../../model/forex/credit'
import type { ReceiptVerdict } from '../receipt-verdict'
import type { Overrides } from '../../model/override'
import { field, sourced, stated, typed, withOverrides, type FormFault, type FormField } from './form'
import { fromCreditCode, organisationOf, sourcesFor, wholeUnits, type FormOrigins } from './form-sources'
import { codeFaults, formFaults } from './receipt-faults'

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
  /** What stands in place of what sources say, by field, with its reason. */
  overrides?: Overrides
}

export type ReceiptForm = { creditId: string; fields: FormField[]; faults: FormFault[] }

export const customerTypes = {
  company: { zh: '对公', en: 'Company' },
  person: { zh: '对私', en: 'Person' },
} as const

/**
 * 涉外收入申报单 of one receipt, field by field in the order of the form, with what is missing and what does not add up.
 * What the bank fills stays empty, codes it decides are proposed. A receipt through a payment institution has none: the
 * institution declares.
 * @param origins the records behind it, named beside each field
 */
export function receiptForm(
  receipt: ReceiptVerdict,
  credit: BankCredit,
  subject: Subject,
  answers: FormAnswers = {},
  origins: FormOrigins = {},
): ReceiptForm | undefined {
  if (credit.channel === 'paymentInstitution') return undefined
  const { declare } = receipt
  const lines = declare.lines ?? declare.actual ?? []
  const [first, second] = lines
  const natural = subject.type === 'individual'
  const { action = 'A', method = 'TT' } = answers
  const payee = natural ? 'person' : 'company'
  // Without a quotation nothing is converted: all of it goes to the account in foreign currency.
  const fxAmount =
    declare.fxAmount ?? (declare.settledAmount === undefined ? withoutOther(declare.txAmount, answers) : '0')
  const kept = isZero(fxAmount) ? '' : fxAmount
  const { foreignCharge, txCurrency: currency } = declare
  const converted = receipt.conversion?.convert
  const from = sourcesFor(subject, origins)
  const replaced = (id: string): string | undefined => answers.overrides?.[id]?.value
  const line = (one: typeof first, at: 1 | 2) => {
    const code = replaced(`code${at}`) ?? one?.code
    return [
      sourced(`code${at}`, [`交易编码${at}`, `Transaction code ${at}`], one?.code ?? '', from.bop(), {
        bankName: at === 1 ? 'TXCODE' : 'TXCODE2',
        by: one?.code === null ? 'confirm' : 'us',
      }),
      field(
        `codeName${at}`,
        [`交易编码${at}含义`, `Meaning of code ${at}`],
        code ? codeNames[code] : undefined,
        { source: from.bop() },
      ),
      sourced(
        `amount${at}`,
        [`相应金额${at}`, `Amount ${at}`],
        one?.amount,
        from.check({ zh: '同一编码的金额合计，取整到元', en: 'the sum under its code, in whole units' }),
        { bankName: at === 1 ? 'TC1AMT' : 'TC2AMT' },
      ),
      sourced(
        `remark${at}`,
        [`交易附言${at}`, `Remark ${at}`],
        one && declare.remark,
        from.check({ zh: '按监管方式和单证', en: 'by mode and papers' }),
        { bankName: at === 1 ? 'TXREM' : 'TX2REM' },
      ),
    ]
  }
  const fields = withOverrides(
    [
      field('reportNo', ['申报号码', 'Report number'], '', { bankName: 'RPTNO', by: 'bank' }),
      typed('action', ['操作类型', 'Action'], action, {
        bankName: 'ACTIONTYPE',
        preset: answers.action === undefined,
      }),
      typed('actionReason', ['修改/删除原因', 'Reason of the change'], answers.actionReason, {
        bankName: 'ACTIONDESC',
      }),
      sourced(
        'customerType',
        ['收款人类型', 'Kind of payee'],
        customerTypes[payee],
        from.subject({ zh: '按主体类型', en: 'by its kind' }),
        { bankName: 'CUSTYPE', code: payee },
      ),
      sourced(
        'organisation',
        ['组织机构代码', 'Organisation code'],
        organisationOf(subject),
        from.enterprise(fromCreditCode),
        { bankName: 'CUSTCOD' },
      ),
      sourced('payee', ['收款人名称', 'Payee'], subject.name, from.enterprise(), { bankName: 'CUSTNM' }),
      sourced('payer', ['付款人名称', 'Payer'], credit.payer?.name, from.credit(undefined, 'payer'), {
        bankName: 'OPPUSER',
      }),
      sourced('currency', ['收入款币种', 'Currency'], declare.txCurrency, from.credit(), {
        bankName: 'TXCCY',
      }),
      sourced('amount', ['收入款金额', 'Amount'], declare.txAmount, from.credit(wholeUnits), {
        bankName: 'TXAMT',
        exact: written(credit.amount, currency),
      }),
      sourced(
        'rate',
        ['结汇汇率', 'Rate of conversion'],
        declare.settledRate,
        from.quote({ zh: '买入价 ÷ 单位', en: 'bid by its unit' }),
        { bankName: 'EXRATE' },
      ),
      sourced(
        'settledAmount',
        ['结汇金额', 'Converted'],
        declare.settledAmount,
        from.quote({ zh: '「币种」中的结汇金额，取整到元', en: 'asked for in Currency, in whole units' }),
        { bankName: 'LCYAMT', exact: converted && written(converted, currency) },
      ),
      typed('settledAccount', ['结汇账号', 'Account of the conversion'], answers.settledAccount, {
        bankName: 'LCYACC',
      }),
      sourced(
        'fxAmount',
        ['现汇金额', 'Kept in foreign currency'],
        kept,
        from.form(
          declare.settledAmount === undefined
            ? { zh: '收入款金额 − 其他金额', en: 'amount less other amount' }
            : { zh: '收入款金额 − 结汇金额', en: 'amount less what is converted' },
        ),
        {
          bankName: 'FCYAMT',
          exact:
            kept === '' || answers.otherAmount !== undefined
              ? undefined
              : written(converted === undefined ? credit.amount : sub(credit.amount, converted), currency),
        },
      ),
      typed('fxAccount', ['现汇账号', 'Account in foreign currency'], answers.fxAccount, {
        bankName: 'FCYACC',
      }),
      typed('otherAmount', ['其他金额', 'Other amount'], answers.otherAmount, { bankName: 'OTHAMT' }),
      typed('otherAccount', ['其他账号', 'Other account'], answers.otherAccount, { bankName: 'OTHACC' }),
      typed('method', ['结算方式', 'Method'], settlementMethods[method], {
        bankName: 'METHOD',
        code: method,
        preset: answers.method === undefined,
      }),
      field('businessNo', ['银行业务编号', 'Reference of the bank'], '', { bankName: 'BUSCODE', by: 'bank' }),
      typed('domesticCharge', ['国内银行扣费', 'Charged at home'], money(answers.domesticCharge), {
        bankName: 'INCHARGE',
      }),
      sourced(
        'foreignCharge',
        ['国外银行扣费', 'Charged abroad'],
        money(foreignCharge),
        from.credit({ zh: '境外扣费合计', en: 'the sum of charges abroad' }, 'charges'),
        { bankName: 'OUTCHARGE' },
      ),
      stated(
        'payerCountry',
        ['付款人常驻国家（地区）', 'Residence of the payer'],
        { answer: answers.payerCountry, says: credit.payer?.country },
        from.credit(undefined, 'payer'),
        { bankName: 'COUNTRY' },
      ),
      stated(
        'paymentKind',
        ['收款性质', 'Kind of receipt'],
        { answer: answers.paymentKind, says: credit.isAdvance ? 'advance' : undefined, preset: 'other' },
        from.credit({ zh: '认领为预收货款', en: 'claimed as an advance' }, 'isAdvance'),
        { bankName: 'PAYTYPE' },
        paymentKinds,
      ),
      ...line(first, 1),
      ...line(second, 2),
      ...restoredFields(receipt, from.settlement()),
      typed('bonded', ['是否保税货物项下收入', 'Of bonded goods'], answers.bonded ? 'Y' : 'N', {
        bankName: 'ISREF',
        preset: answers.bonded === undefined,
      }),
      typed('registrationNo', ['外汇局批件号/备案表号/业务编号', 'Number of SAFE'], answers.registrationNo, {
        bankName: 'BILLNO',
      }),
      typed('filledBy', ['填报人', 'Filled in by'], answers.filledBy, { bankName: 'CRTUSER' }),
      typed('phone', ['填报人电话', 'Phone'], answers.phone, { bankName: 'INPTELC' }),
      typed('reportDate', ['申报日期', 'Declared on'], answers.reportDate, { bankName: 'RPTDATE' }),
    ],
    answers.overrides,
    { customerType: customerTypes, paymentKind: paymentKinds },
  )
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
function restoredFields({ declare, netting, currency }: ReceiptVerdict, source: ValueSource): FormField[] {
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
      { by: code === null ? 'confirm' : 'us', source },
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
