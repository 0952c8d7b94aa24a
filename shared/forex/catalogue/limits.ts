import { house, read, rule, unsure } from '../cite'

/** C: amounts. */
export const limits = {
  C01: rule(
    'C01',
    'block',
    [
      '经支付机构的单笔 {usd} 美元，超过等值 {cap} 美元',
      'A single trade of {usd} USD through a payment institution exceeds {cap}',
    ],
    [
      '改走银行，或由支付机构就真实需要变更登记',
      'Use the bank, or let the institution change its registration',
    ],
    [
      read('2015#7', '', { from: '2015-01-29', to: '2019-04-28' }),
      unsure('2019#13', '单笔限额', { from: '2019-04-29' }),
    ],
  ),
  C02: rule(
    'C02',
    'review',
    [
      '{buyer} 于 {day} 的 {count} 个订单合计 {usd} 美元，各不超限而合计超限，疑似拆分',
      '{count} orders of {buyer} on {day} add up to {usd} USD, each below the cap: possible splitting',
    ],
    ['准备各订单的独立证明', 'Prepare evidence that the orders are separate'],
    [house('同一买家同日合计'), unsure('2019#13', '审慎要求')],
  ),
  C03: rule(
    'C03',
    'hold',
    [
      '收款多于关联金额 {amount}，多出部分暂不支持',
      'The receipt exceeds what it is matched with by {amount}; the excess is held',
    ],
    ['说明多出部分（预收、押金等）并关联依据', 'Say what the excess is and link its papers'],
    [read('regulation', '第十二条')],
  ),
  C04: rule(
    'C04',
    'review',
    [
      '收款少于关联金额 {amount}，扣费之外未说明；容差为企业内部口径',
      'The receipt falls short by {amount} beyond charges; the tolerance is the enterprise’s own',
    ],
    ['补录扣费、退款、轧差或分期', 'Enter charges, refunds, netting or instalments'],
    [house('容差'), read('regulation', '第十二条')],
  ),
  C05: rule(
    'C05',
    'info',
    ['大额：{usd} 美元，银行需核查报告', 'Large amount: {usd} USD; the bank reports it'],
    ['备齐材料，预留时间', 'Have the papers ready and allow time'],
    [unsure('training', '大额核查')],
  ),
} as const
