import { usccFault } from '../../codes/identifiers/uscc'
import type { Subject } from '../../model/forex/common'
import { cmp, isZero, sum } from '../../money/decimal'
import { faultsOf, type FormFault, type FormField } from './form'

const LONGEST_NAME = 128

/** A wrong check digit would travel into the organisation code unseen. */
export const codeFaults = ({ type, uscc }: Subject): FormFault[] =>
  faultsOf([
    [
      type !== 'individual' && uscc !== undefined && usccFault(uscc) !== undefined,
      'organisation',
      ['统一社会信用代码不成立', 'The credit code is none'],
      ['在企业资料中改正', 'Correct it in the data of the enterprise'],
    ],
  ])

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
      lines === 0 && get('code1') === '',
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
