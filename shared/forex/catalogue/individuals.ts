import { read, rule, unsure } from '../cite'

/** K: individuals. */
export const individuals = {
  K01: rule(
    'K01',
    'info',
    [
      '主体由证件决定：身份证为个人，营业执照为企业',
      'The certificate decides: identity card, an individual; licence, an enterprise',
    ],
    ['核对开户证件', 'Check the certificate of the account'],
    [read('answers37')],
    { from: '2021-04-23' },
  ),
  K02: rule(
    'K02',
    'info',
    [
      '凭交易证明或电子信息办理的金额，不占年度便利化额度',
      'What evidence supports does not count against the annual quota',
    ],
    ['保留交易证明', 'Keep the evidence'],
    [read('answers37'), unsure('2020#11', '个人'), unsure('2019#13', '支付机构')],
    { from: '2019-04-29' },
  ),
  K03: rule(
    'K03',
    'hold',
    [
      '无交易证明的部分只能在年度等值 5 万美元额度内办理，超出 {amount}',
      'Without evidence only within 50,000 USD a year; {amount} is beyond it',
    ],
    ['补充交易证明', 'Bring evidence'],
    [read('2007#1', '第二条')],
    { from: '2007-02-01' },
  ),
  K04: rule(
    'K04',
    'block',
    [
      '店铺 {store} 的款项分到 {count} 人名下：疑似分拆',
      'Money of store {store} is spread over {count} people',
    ],
    ['不得分拆，由实际经营者办理', 'Do not split; the owner of the store receives'],
    [unsure('2007#1')],
  ),
  K05: rule(
    'K05',
    'info',
    [
      '地方方案：个人电商备案后可开外汇结算账户，与凭证明办理一致',
      'Local plan: a filed individual seller may open a settlement account',
    ],
    ['以银行答复为准', 'The bank decides'],
    [unsure('plan', '唐山')],
    { from: '2018-01-01' },
  ),
} as const
