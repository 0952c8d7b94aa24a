import { house, read, rule, unsure } from '../cite'

/** I: money that goes back. */
export const refunds = {
  I01: rule(
    'I01',
    'info',
    [
      '原路、180 天内、不超过原收款的退汇',
      'Refund by the original route, within 180 days, not above the receipt',
    ],
    ['附原收款凭证', 'Add the original credit advice'],
    [unsure('2020#14', '货物贸易退汇')],
    { from: '2020-08-31' },
  ),
  I02: rule(
    'I02',
    'review',
    [
      '特殊退汇（超过 180 天或非原路）：A 类单笔等值 20 万美元以下银行直接办理，以上到外汇局登记',
      'Special refund: class A up to 200,000 USD at the bank, above with SAFE registration',
    ],
    ['附言写“特殊退汇”', 'Write 特殊退汇 in the remark'],
    [unsure('2024#11')],
    { from: '2024-06-01' },
  ),
  I03: rule(
    'I03',
    'review',
    [
      '特殊退汇：A 类单笔等值 5 万美元以下银行直接办理，以上登记',
      'Special refund: class A up to 50,000 USD at the bank, above with registration',
    ],
    ['附言写“特殊退汇”', 'Write 特殊退汇 in the remark'],
    [unsure('2020#8', '一（二）'), unsure('2020#14', '', { from: '2020-08-31' })],
    { from: '2020-04-10', to: '2024-05-31' },
  ),
  I04: rule(
    'I04',
    'block',
    ['B、C 类特殊退汇一律先登记', 'Special refunds of class B and C are always registered first'],
    ['到外汇局办理登记表', 'Get the registration form'],
    [unsure('2020#14')],
  ),
  I05: rule(
    'I05',
    'hold',
    ['退汇材料缺：{documents}', 'Papers of the refund are missing: {documents}'],
    ['补齐材料', 'Bring them'],
    [unsure('training', '退汇材料')],
  ),
  I06: rule(
    'I06',
    'info',
    [
      '平台在结算前退给买家的款项冲减销售，不是费用，不走退汇',
      'Refunds taken off by the platform reduce sales; they are no cost and no refund by bank',
    ],
    ['保留退款明细', 'Keep the refund lines'],
    [house('净销售 = 销售 − 退款')],
  ),
  I07: rule(
    'I07',
    'review',
    [
      '服务贸易退款非原路或超过原金额：银行自行审核，须说明',
      'Refund of a service by another route or above the original: the bank reviews it with an explanation',
    ],
    ['准备说明', 'Prepare an explanation'],
    [read('2020#14', '第四十九条')],
    { from: '2020-08-31' },
  ),
  I08: rule(
    'I08',
    'review',
    [
      '已结汇的款项要退，须购汇，不得超过原外币金额',
      'Money already converted is bought back for the refund, never above the original',
    ],
    ['凭原结汇凭证申请购汇', 'Apply with the conversion voucher'],
    [unsure('2020#14')],
  ),
  I09: rule(
    'I09',
    'info',
    [
      '货物退回：海关退运到 {customsUntil}，免进口税到 {taxUntil}（未使用、非食品）',
      'Goods come back: customs return until {customsUntil}, free of import taxes until {taxUntil}',
    ],
    ['调减已售数量，已退税的先补税', 'Reduce units sold; repay a rebate first'],
    [
      read('customs2020#44'),
      read('tax2026#16', '', { from: '2026-01-01' }),
      read('customs2026#24', '', { from: '2026-04-01' }),
    ],
    { from: '2020-03-27' },
  ),
} as const
