import { house, rule, unsure } from '../cite'

/** H: cross-border renminbi. */
export const rmb = {
  H01: rule(
    'H01',
    'info',
    [
      '人民币收款：没有结汇环节，仍做真实性审核，填收款说明',
      'Received in CNY: nothing is converted, the trade is reviewed all the same, with the statement of receipt',
    ],
    ['填写跨境业务人民币结算收款说明', 'Fill in the statement of receipt'],
    [unsure('2022#139')],
    { from: '2022-07-21' },
  ),
  H02: rule(
    'H02',
    'info',
    [
      '经支付机构收人民币：支付机构须有互联网支付许可，合作银行须有三年以上跨境人民币经验',
      'CNY through a payment institution: it needs a licence for internet payment, its bank three years of practice',
    ],
    ['核对支付机构许可', 'Check the licence'],
    [unsure('2022#139')],
    { from: '2022-07-21' },
  ),
  H03: rule(
    'H03',
    'hold',
    [
      '收款说明各项合计 {total} 与收款 {amount} 不等',
      'The parts of the statement add up to {total}, received were {amount}',
    ],
    ['改正已报关、预收、无报关各项金额', 'Correct its parts'],
    [unsure('rmbForm')],
  ),
  H04: rule(
    'H04',
    'info',
    [
      '订单以 {currency} 计价、人民币收款：附约定汇率与差额',
      'Priced in {currency}, paid in CNY: add the agreed rate and the difference',
    ],
    ['补充汇率依据', 'Add the rate agreed'],
    [house('人民币收款不套用外汇限额')],
  ),
} as const
