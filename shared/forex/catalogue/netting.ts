import { house, read, rule, unsure } from '../cite'

const law = { from: '2020-05-20' }

/** D: netting of costs abroad against proceeds, and what overseas warehouses change. */
export const netting = {
  D01: rule(
    'D01',
    'info',
    [
      '境外仓储、物流、税收费用与出口货款轧差：允许',
      'Warehousing, logistics and tax abroad may be netted against proceeds',
    ],
    ['保留费用单据', 'Keep the cost documents'],
    [read('2020#11', '二')],
    law,
  ),
  D02: rule(
    'D02',
    'review',
    [
      '费用类别“{cost}”不在列举的仓储、物流、税收之内，由银行确认；借款、股息、股权一律不得轧差',
      'Cost class “{cost}” is not among those listed: the bank confirms; loans, dividends and equity never',
    ],
    ['向银行确认，或改为另行付汇', 'Ask the bank, or pay it separately'],
    [read('2020#11', '二'), house('费用归类')],
    law,
  ),
  D03: rule(
    'D03',
    'duty',
    [
      '轧差收款须同时申报实际收付数据与还原数据',
      'Netted money is declared twice: as it was paid, and restored',
    ],
    ['按还原明细填报', 'Declare the restored items'],
    [read('2020#11', '二'), unsure('2019#25')],
    law,
  ),
  D04: rule(
    'D04',
    'info',
    ['实际收付编码 {code}', 'Code of the actual payment: {code}'],
    ['由银行复核', 'The bank checks it'],
    [unsure('codes', '999998、999999')],
    { from: '2014-05-01' },
  ),
  D05: rule(
    'D05',
    'info',
    [
      '9810 销售款与申报货值可以不等，不因外汇要求改单；比值 {ratio}',
      'Proceeds of 9810 goods may differ from the declared value, ratio {ratio}; no amendment is needed for forex',
    ],
    ['保留平台销售报告', 'Keep the sales report'],
    [read('2020#11', '二')],
    law,
  ),
  D06: rule(
    'D06',
    'hold',
    [
      '{sku}：售出比申报在库多 {units} 件，多出部分没有货物流',
      '{sku}: {units} more units sold than declared and in stock; the surplus has no goods flow',
    ],
    ['核对出库与退货，或补关联报关单', 'Check sales and returns, or link the missing declaration'],
    [read('regulation', '第十二条'), read('2020#14', '第十一条')],
  ),
  D07: rule(
    'D07',
    'review',
    [
      '销售款与申报货值之比 {ratio} 不在 {min} 至 {max} 之间；区间为企业内部口径',
      'Proceeds to declared value {ratio}, outside {min} to {max}; the band is the enterprise’s own',
    ],
    ['准备价格说明', 'Prepare an explanation of the prices'],
    [house('比值区间')],
  ),
  D08: rule(
    'D08',
    'review',
    [
      '费用大于货款，差额 {amount} 是对外付汇，按付汇办理；单笔超过等值 5 万美元的先做税务备案',
      'Costs exceed proceeds by {amount}: an outward payment, with tax filing above 50,000 USD',
    ],
    ['按服务贸易付汇准备材料', 'Prepare it as an outward payment'],
    [read('2013#40', '一'), read('tax2021#19', '一', { from: '2021-06-29' }), unsure('2020#14', '第二章')],
  ),
  D09: rule(
    'D09',
    'hold',
    [
      '费用没有单据，或不是本企业出口货物在境外发生的，不能轧差',
      'The cost has no document, or is not for goods this firm exported: not nettable',
    ],
    ['补单据或移出轧差', 'Bring the document or take it out'],
    [read('2020#11', '二')],
    law,
  ),
  D10: rule(
    'D10',
    'info',
    [
      '试点优质企业与同一境外对手轧差：允许',
      'Pilot netting of a premium enterprise with one foreign counterparty',
    ],
    ['保留试点资格证明', 'Keep the proof of the pilot'],
    [read('2023#30', '三'), unsure('2025#47', '二', { from: '2025-10-29' })],
    { from: '2025-10-29' },
  ),
  D11: rule(
    'D11',
    'info',
    [
      '综服企业提供交易电子信息的，银行可为其及客户办理结汇与轧差',
      'On the service enterprise’s transaction information the bank may settle and net for it and its clients',
    ],
    ['关联综服合同', 'Link the service contract'],
    [unsure('2025#47')],
    { from: '2025-10-29' },
  ),
  D12: rule(
    'D12',
    'info',
    [
      '加工贸易、租赁等轧差不在本向导之内',
      'Netting of processing trade, leases and the like is outside this wizard',
    ],
    ['直接咨询银行', 'Ask the bank'],
    [unsure('2023#28')],
    { from: '2023-12-04' },
  ),
} as const
