import { house, read, rule, unsure } from '../cite'

/** J: agents, service enterprises, third payers, advances. */
export const parties = {
  J01: rule(
    'J01',
    'info',
    [
      '代理出口：代理人收汇，可按合同原币或人民币划给委托人',
      'Agency export: the agent receives and passes it on under the contract',
    ],
    ['附代理合同', 'Add the agency contract'],
    [unsure('2020#14'), unsure('2023#28', '', { from: '2023-12-04' })],
    { from: '2020-08-31' },
  ),
  J02: rule(
    'J02',
    'info',
    [
      '综服企业代客户收汇：须有合同、客户交易电子记录',
      'A service enterprise collects for its client: contract and records of the client’s trade',
    ],
    ['附综服合同与客户记录', 'Add contract and records'],
    [unsure('2020#11', '综服')],
    { from: '2020-05-20' },
  ),
  J03: rule(
    'J03',
    'info',
    [
      '市场采购由第三方申报：银行可凭平台备案记录办理',
      'Market procurement declared by a third party: the bank may rely on the platform record',
    ],
    ['附平台备案记录', 'Add the platform record'],
    [unsure('2020#11', '市场采购')],
    { from: '2020-05-20' },
  ),
  J04: rule(
    'J04',
    'info',
    [
      '付款人是持牌平台或支付机构：正常，关联平台结算报告',
      'The payer is a licensed platform or wallet: usual; link its settlement report',
    ],
    ['关联结算报告', 'Link the report'],
    [read('2019#13', '适用范围')],
    { from: '2019-04-29' },
  ),
  J05: rule(
    'J05',
    'review',
    [
      '付款人 {payer} 不是买家也不是持牌机构：须有代付协议',
      'The payer {payer} is neither buyer nor licensed institution: a pay-on-behalf agreement is needed',
    ],
    ['附代付协议；没有则全额暂不支持', 'Add the agreement; without it all is held'],
    [read('regulation', '第十二条'), unsure('diligence', '第二十八条', { from: '2024-01-01' })],
  ),
  J06: rule(
    'J06',
    'info',
    [
      '境内物流、平台企业代垫境外仓储、物流、税收，原则上不超过 12 个月',
      'Costs abroad may be advanced for up to twelve months',
    ],
    ['登记归还日期', 'Note the day of repayment'],
    [read('2020#11', '三')],
    { from: '2020-05-20' },
  ),
  J07: rule(
    'J07',
    'duty',
    [
      '代垫超过 12 个月或由非关联企业代垫，须报备',
      'An advance beyond twelve months or by a firm not affiliated is filed',
    ],
    ['向银行报备', 'File it with the bank'],
    [read('2020#11', '三')],
    { from: '2020-05-20' },
  ),
  J08: rule(
    'J08',
    'info',
    ['服务贸易代垫可直接到银行办理', 'Advances in service trade go straight to the bank'],
    ['到银行办理', 'Go to the bank'],
    [unsure('2025#47')],
    { from: '2025-10-29' },
  ),
  J09: rule(
    'J09',
    'info',
    [
      '海关特殊监管区域内主体不一致的，银行可按展业原则简化',
      'In special customs zones the bank may simplify where names differ',
    ],
    ['向银行说明', 'Tell the bank'],
    [unsure('2024#11', '二')],
    { from: '2024-06-01' },
  ),
  J10: rule(
    'J10',
    'block',
    [
      '付款人或国别在企业自己的负面清单上：{name}',
      'The payer or its country is on your own negative list: {name}',
    ],
    ['停止办理，交负责人', 'Stop, and hand it to the person responsible'],
    [house('名单由企业维护，本软件不附名单')],
  ),
} as const
