import { from2026, head, house, read, unsure, until2025 } from '../cite'

/** What the refund of a trading company rests on. */
export const tradingRules = {
  c04: head(
    'C04',
    'blocking',
    [
      '从小规模纳税人或简易计税供应商购进取得专票的，按票面税率与文库退税率孰低',
      'Bought with a special invoice from a small-scale supplier: the lower of the printed and the library rate',
    ],
    ['按票面税率核对', 'Check the printed rate'],
    [read('39号', '三（二）1'), unsure('11号', '三（二）1', from2026)],
  ),
  c06: head(
    'C06',
    'blocking',
    [
      '外贸企业计税依据为专票金额或缴款书计税价格，与出口价无关',
      'The base of a trading company is the net of the voucher, never the export price',
    ],
    ['按凭证金额填列', 'Use the net of the voucher'],
    [read('39号', '四', until2025), unsure('11号', '四（一）7', from2026)],
  ),
  c07: head(
    'C07',
    'blocking',
    [
      '委托加工的计税依据为含材料的加工费发票金额，按产成品退税率',
      'Processing by others: the base is the processing invoice with the material, at the rate of the finished goods',
    ],
    [
      '材料作价销售给加工企业，由其开具含料发票',
      'Sell the material to the processor and have it in its invoice',
    ],
    [read('39号', '三（二）2、四（五）'), unsure('11号', '四', from2026)],
    { from: '2012-07-01' },
  ),
  c09: head(
    'C09',
    'blocking',
    [
      '已使用过的设备：专票金额 × 净值 ÷ 原值，净值 = 原值 − 已提折旧',
      'Used equipment: net x net value / original value',
    ],
    ['按固定资产卡片核对', 'Check the asset card'],
    [read('39号', '四'), unsure('11号', '四（一）11', from2026)],
  ),
  d01: head(
    'D01',
    'blocking',
    ['免退税：应退税额 = 计税依据 × 退税率', 'Refund = base x rebate rate'],
    ['核对计税依据与退税率', 'Check base and rate'],
    [read('39号', '五（二）', until2025), unsure('11号', '五（二）', from2026)],
  ),
  d02: head(
    'D02',
    'blocking',
    [
      '不予退税部分计入成本：计税依据 ×（征税率 − 退税率）；小规模发票为 计税依据 ×（票面 − 孰低）',
      'What is not refunded goes to cost: base x (levy - rebate)',
    ],
    ['转入主营业务成本', 'Book it as cost'],
    [read('39号', '五（二）'), unsure('practice')],
  ),
  d03: head(
    'D03',
    'blocking',
    [
      '发票部分使用的，计税金额 = 发票金额 × 出口数量 ÷ 发票数量',
      'Part of an invoice: net x exported quantity / invoice quantity',
    ],
    ['核对使用数量', 'Check the quantity used'],
    [house('form')],
  ),
  d17: head(
    'D17',
    'blocking',
    [
      '消费税退税 = 从价计税依据 × 比例税率 + 从量计税数量 × 定额税率；复合计征的两部分分别计算',
      'Refund of consumption tax = base x rate + quantity x amount per unit; goods under both have both parts',
    ],
    ['附消费税缴款书', 'Attach the payment book'],
    [read('39号', '八', until2025), unsure('11号', '八', from2026)],
  ),
  c15: head(
    'C15',
    'info',
    [
      '金额 2 位小数，先按行计算再汇总；与总额比对允许 0.01 × 行数的尾差',
      'Amounts with two digits, computed by line and then summed; totals may differ by 0.01 a line',
    ],
    ['按行重算', 'Compute the lines again'],
    [house('form')],
  ),
} as const
