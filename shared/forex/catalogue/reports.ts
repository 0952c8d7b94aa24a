import { house, read, rule, unsure } from '../cite'

const law = { from: '2020-08-31' }

/** E: reports of the enterprise with days, and aggregate indicators. */
export const reports = {
  E01: rule(
    'E01',
    'duty',
    [
      'A 类预收货款，预计出口距收款 {days} 天，超过 30 天须报告',
      'Advance of class A: export {days} days after the receipt, more than 30 is reported',
    ],
    ['收款后 30 天内在货贸系统报告', 'Report within 30 days of the receipt'],
    [read('2020#14', '第二十条（一）')],
    law,
  ),
  E02: rule(
    'E02',
    'duty',
    [
      'A 类延期收款，预计收款距出口 {days} 天，超过 90 天须报告',
      'Deferred receipt of class A: {days} days after export, more than 90 is reported',
    ],
    ['出口后 30 天内在货贸系统报告', 'Report within 30 days of the export'],
    [read('2020#14', '第二十条（二）')],
    law,
  ),
  E03: rule(
    'E03',
    'warn',
    [
      '海外仓未售部分：请在 {due} 前预估 90 天内收不回的份额，延期报告早于第 90 天到期',
      'Unsold overseas stock: by {due} forecast what will not be collected in 90 days; the report is due earlier',
    ],
    ['按销售进度预估', 'Forecast from the sell-through'],
    [house('出口后第 20 天提醒'), read('2020#14', '第二十条（二）')],
  ),
  E04: rule(
    'E04',
    'duty',
    [
      'B、C 类：预收一律报告，延期收款超过 30 天报告',
      'Class B and C: every advance, and deferred receipts beyond 30 days',
    ],
    ['30 天内在货贸系统报告', 'Report within 30 days'],
    [read('2020#14', '第二十条（四）')],
    law,
  ),
  E05: rule(
    'E05',
    'duty',
    [
      '离岸转手买卖收付相隔 {days} 天且首笔超过等值 50 万美元，须报告',
      'Offshore resale: {days} days between the legs and the first above 500,000 USD',
    ],
    ['在货贸系统报告', 'Report it'],
    [read('2020#14', '第二十条（五）')],
    law,
  ),
  E06: rule(
    'E06',
    'warn',
    [
      '已过报告期限 {due}：须到现场说明原因后报告',
      'The report was due on {due}: it is made on site with an explanation',
    ],
    ['准备逾期说明', 'Prepare the explanation'],
    [unsure('training', '逾期报告')],
  ),
  E07: rule(
    'E07',
    'duty',
    [
      '已报告的预计日期或金额有变，须修改报告',
      'An expected day or amount already reported has changed: amend the report',
    ],
    ['在货贸系统修改', 'Amend it'],
    [unsure('2020#14', '报告条款')],
    law,
  ),
  E08: rule(
    'E08',
    'info',
    [
      '免办名录的企业没有货贸系统账户，无法报告，保留台账',
      'An exempt seller has no account to report with: keep the ledger',
    ],
    ['保留台账', 'Keep the ledger'],
    [house('由名录豁免推出')],
  ),
  E09: rule(
    'E09',
    'info',
    [
      '总量差额 = (进口 + 收汇) − (付汇 + 出口)',
      'Total difference = (imports + receipts) − (payments + exports)',
    ],
    ['供自查', 'For your own review'],
    [read('guideline', '第四十一、四十二条')],
    { from: '2019-04-01' },
  ),
  E10: rule(
    'E10',
    'warn',
    ['总量差额率 = 总量差额 ÷ (进口 + 出口 + 收汇 + 付汇)', 'Rate of the total difference'],
    ['与企业自设区间比较', 'Compare with your own band'],
    [read('guideline', '第四十一、四十二条')],
    { from: '2019-04-01' },
  ),
  E11: rule(
    'E11',
    'warn',
    ['资金货物比 = (收汇 + 付汇) ÷ (进口 + 出口)', 'Funds to goods'],
    ['与企业自设区间比较', 'Compare with your own band'],
    [read('guideline', '第四十一、四十二条')],
    { from: '2019-04-01' },
  ),
  E12: rule(
    'E12',
    'warn',
    [
      '贸易信贷报告余额比率 = 四项余额 ÷ 未调整的收付与进出口之和',
      'Reported trade credit to the unadjusted total',
    ],
    ['与企业自设区间比较', 'Compare with your own band'],
    [read('guideline', '第四十一、四十二条')],
    { from: '2019-04-01' },
  ),
  E13: rule(
    'E13',
    'info',
    [
      '指标阈值不是公开的固定数，本软件不判断',
      'Thresholds of these indicators are not published; none is judged here',
    ],
    ['需要时自行填入', 'Enter your own where you have them'],
    [read('guideline', '第四十一、四十二条')],
  ),
  E14: rule(
    'E14',
    'info',
    [
      '因 9810 价格、退货、轧差造成的多收或少收 {amount}，可主动报告以调整指标',
      'Collected more or less by {amount} through prices, returns or netting: an optional report adjusts the indicators',
    ],
    ['按货物贸易规定主动报告', 'Report it if you wish'],
    [read('2020#11', '二')],
    { from: '2020-05-20' },
  ),
} as const
