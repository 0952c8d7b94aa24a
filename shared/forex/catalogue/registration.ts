import { read, rule, unsure } from '../cite'

/** B: who may receive, and through whom. */
export const registration = {
  B01: rule(
    'B01',
    'block',
    [
      '未列入贸易外汇收支企业名录，也不符合豁免，银行和支付机构不得办理',
      'Not in the directory and not exempt: bank and payment institution may not handle it',
    ],
    ['先到银行办理名录登记', 'Register with a bank first'],
    [read('2020#14', '第一条'), read('2024#11', '一（一）', { from: '2024-06-01' })],
  ),
  B02: rule(
    'B02',
    'info',
    [
      '小微跨境电商凭交易电子信息收款，年累计 {cumulative} 美元低于 20 万，免办名录',
      'Small seller on transaction information: {cumulative} USD this year, below 200,000, exempt from the directory',
    ],
    ['留意年累计金额', 'Watch the sum of the year'],
    [read('2019#28', '五'), read('2020#14', '第一条', { from: '2020-08-31' })],
    { from: '2019-10-23' },
  ),
  B03: rule(
    'B03',
    'warn',
    [
      '年累计 {cumulative} 美元，即将达到名录门槛 20 万',
      '{cumulative} USD this year: close to the threshold of 200,000',
    ],
    ['准备名录登记', 'Prepare the registration'],
    [read('answers', '问1、2')],
    { from: '2021-03-01' },
  ),
  B04: rule(
    'B04',
    'block',
    [
      '年累计 {cumulative} 美元，已达 20 万而未列名录',
      '{cumulative} USD this year: the threshold of 200,000 is reached without registration',
    ],
    ['先办理名录登记再收汇', 'Register before receiving more'],
    [read('answers', '问2')],
    { from: '2021-03-01' },
  ),
  B05: rule(
    'B05',
    'info',
    ['名录登记的受理：{where}', 'Where to register: {where}'],
    ['填写名录申请表', 'Fill in the application'],
    [read('2024#11', '一', { from: '2024-06-01' })],
  ),
  B06: rule(
    'B06',
    'duty',
    [
      '名录登记信息变更，须在 30 天内到银行办理',
      'Registered facts changed: file it with the bank within 30 days',
    ],
    ['在到期日前提交变更', 'File the change before it is due'],
    [read('2020#14', '第三条'), read('2024#11', '一（二）', { from: '2024-06-01' })],
  ),
  B07: rule(
    'B07',
    'warn',
    [
      '连续两年没有货物贸易外汇收支，名录可能被注销',
      'No goods trade for two years: the registration may be cancelled',
    ],
    ['向银行确认名录状态', 'Ask the bank for the state of the registration'],
    [read('2020#14', '第四条')],
    { from: '2020-08-31' },
  ),
  B08: rule(
    'B08',
    'info',
    [
      '新列入名录：辅导期自首笔收付起 90 天，到 {ends}',
      'Newly registered: guidance for 90 days from the first receipt or payment, until {ends}',
    ],
    ['辅导期内保留完整单证', 'Keep complete papers meanwhile'],
    [read('2020#14', '第五条')],
    { from: '2020-08-31' },
  ),
  B09: rule(
    'B09',
    'info',
    [
      '个体工商户有真实需求的，可比照企业办理',
      'A sole trader with a real need may follow the rules for enterprises',
    ],
    ['向银行说明', 'Tell the bank'],
    [read('2024#11', '一（一）')],
    { from: '2024-06-01' },
  ),
  B10: rule(
    'B10',
    'block',
    [
      '支付机构 {institution} 没有外汇业务登记，不能经它收汇',
      'Payment institution {institution} has no forex registration',
    ],
    ['改走银行或已登记的支付机构', 'Use a bank or a registered institution'],
    [read('2019#13', '登记条款')],
    { from: '2019-04-29' },
  ),
  B11: rule(
    'B11',
    'info',
    [
      '银行凭交易电子信息结汇的，须自身具备采集与审核条件',
      'Settlement on transaction information needs a bank that collects and reviews it itself',
    ],
    ['先问开户行是否已办理', 'Ask the bank whether it does'],
    [read('2019#13', '通知二、第十二条'), read('2020#11', '一')],
    { from: '2020-05-20' },
  ),
  B12: rule(
    'B12',
    'info',
    [
      '优质企业或试点企业可减少材料，证据仍须留存',
      'Premium or pilot enterprises hand in less; evidence is kept all the same',
    ],
    ['核对银行函件的有效期', 'Check the term of the bank’s letter'],
    [
      read('2019#28', '一'),
      read('2023#30', '一', { from: '2023-12-01' }),
      unsure('2025#47', '', { from: '2025-10-29' }),
    ],
    { from: '2019-10-23' },
  ),
} as const
