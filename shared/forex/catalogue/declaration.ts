import { read, rule, unsure } from '../cite'

/** G: balance-of-payments declaration. */
export const declaration = {
  G01: rule(
    'G01',
    'duty',
    [
      '收到境外款项，应在解付后 5 个工作日内（{due} 前）申报',
      'Money from abroad is declared within five working days, by {due}',
    ],
    ['在到期日前填报涉外收入申报单', 'Declare it before it is due'],
    [unsure('2022#22', '', { from: '2022-07-26' }), read('form', '5 个工作日')],
    { from: '2003-01-01' },
  ),
  G02: rule(
    'G02',
    'info',
    ['已报关货物，交易编码 {code}', 'Goods in customs statistics: code {code}'],
    ['由银行复核', 'The bank checks it'],
    [read('codes')],
    { from: '2014-05-01' },
  ),
  G03: rule(
    'G03',
    'info',
    [
      '按清单或平台数据收款、未进海关统计，交易编码 {code}',
      'On a list or platform data, outside customs statistics: code {code}',
    ],
    ['由银行复核', 'The bank checks it'],
    [unsure('codes', '122030')],
    { from: '2014-05-01' },
  ),
  G04: rule(
    'G04',
    'warn',
    ['交易附言应写明：{words}', 'The remark should say: {words}'],
    ['采用建议的附言', 'Use the proposed remark'],
    [unsure('form', '交易附言')],
  ),
  G05: rule(
    'G05',
    'hold',
    [
      '申报单最多两个交易编码，两项金额之和须等于收入款金额',
      'At most two codes, and their amounts add up to the receipt',
    ],
    ['改正各编码的金额', 'Correct the amounts'],
    [read('form', '交易编码'), unsure('form', '金额大者在前')],
  ),
  G06: rule(
    'G06',
    'block',
    ['申报单算式不成立：{what}', 'The form does not add up: {what}'],
    ['改正申报单', 'Correct the form'],
    [read('form', '勾稽关系')],
  ),
  G07: rule(
    'G07',
    'warn',
    [
      '付款人名称或其常驻国家（地区）缺失：填付款人的，不是买家的',
      'Name or residence of the payer is missing: the payer’s, not the buyer’s',
    ],
    ['补填付款人常驻国家（地区）', 'Fill in where the payer resides'],
    [read('form', '付款人')],
  ),
  G08: rule(
    'G08',
    'info',
    ['个人收款 {usd} 美元：{answer}', 'Receipt of an individual, {usd} USD: {answer}'],
    ['5000 至 10000 美元之间问银行', 'Ask the bank between 5,000 and 10,000 USD'],
    [unsure('2022#22', '个人小额')],
  ),
  G09: rule(
    'G09',
    'info',
    [
      '经支付机构收款，由支付机构或银行还原申报，企业不得重复申报',
      'Collected by a payment institution, which declares it restored: do not declare again',
    ],
    ['保留支付机构凭证', 'Keep the institution’s voucher'],
    [unsure('2019#25'), read('codes', '929080')],
    { from: '2019-10-01' },
  ),
  G10: rule(
    'G10',
    'duty',
    ['申报有误，须及时修改：{what}', 'A declaration is wrong and is amended: {what}'],
    ['填写修改申报', 'File the amendment'],
    [unsure('2022#22')],
  ),
  G11: rule(
    'G11',
    'warn',
    [
      '已过申报期限 {due}；逾期、不报、虚报可处罚款',
      'The declaration was due on {due}; late, false or none may be fined',
    ],
    ['立即申报并说明', 'Declare now and explain'],
    [read('regulation', '第四十八条（一）')],
    { from: '2008-08-05' },
  ),
} as const
