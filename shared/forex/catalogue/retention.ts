import { read, rule, unsure } from '../cite'

/** M: keeping papers, links to tax, penalties. */
export const retention = {
  M01: rule(
    'M01',
    'duty',
    ['交易证据留存 5 年，到 {until}', 'Evidence is kept five years, until {until}'],
    ['到期前不得销毁', 'Do not destroy it before'],
    [
      read('2015#7'),
      unsure('2019#13', '', { from: '2019-04-29' }),
      unsure('2020#14', '', { from: '2020-08-31' }),
    ],
    { from: '2015-01-29' },
  ),
  M02: rule(
    'M02',
    'info',
    [
      '退税所需收汇材料一般留存备查；四类企业、逾期申报等须随申报提交',
      'Receipts for a rebate are kept; category 4 and late claims file them',
    ],
    ['把收款关联到退税批次', 'Link receipts to the rebate batch'],
    [unsure('tax2022#9')],
    { from: '2022-05-01' },
  ),
  M03: rule(
    'M03',
    'duty',
    ['9810 预退税核算期：{from} 至 {to}', 'Reckoning of a 9810 advance rebate: {from} to {to}'],
    ['在核算期内办理', 'Do it within the window'],
    [read('tax2025#3')],
    { from: '2025-01-27' },
  ),
  M04: rule(
    'M04',
    'block',
    ['私下买卖外汇、地下钱庄：停止', 'Private dealing in foreign exchange: stop'],
    ['交负责人', 'Hand it to the person responsible'],
    [read('regulation', '第四十五条')],
    { from: '2008-08-05' },
  ),
  M05: rule(
    'M05',
    'block',
    ['非法结汇、违规流入：停止', 'Illegal conversion or inflow: stop'],
    ['交负责人', 'Hand it to the person responsible'],
    [unsure('regulation', '第四十一条')],
    { from: '2008-08-05' },
  ),
  M06: rule(
    'M06',
    'warn',
    [
      '平台向税务报送的收入 {reported} 与台账 {booked} 不一致',
      'The platform reported {reported} to the tax office, the ledger has {booked}',
    ],
    ['逐项核对差异', 'Explain the difference'],
    [read('order810', '第二、四条'), unsure('tax2025#17', '第七条', { from: '2025-10-01' })],
    { from: '2025-06-20' },
  ),
} as const
