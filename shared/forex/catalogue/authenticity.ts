import { house, read, rule, unsure } from '../cite'

/** A: a receipt rests on real trade; order, payment, logistics and customs papers of one sale agree and serve once. */
export const authenticity = {
  A01: rule(
    'A01',
    'block',
    [
      '这笔收款没有关联任何订单或合同，缺少交易基础',
      'The receipt is linked to no order or contract: it has no trade behind it',
    ],
    ['在认领中关联订单；不是货款的，改认领性质', 'Link it to orders, or claim it as what it is'],
    [read('regulation', '第十二条')],
    { from: '2008-08-05' },
  ),
  A02: rule(
    'A02',
    'hold',
    [
      '订单、支付、物流三样记录不齐，该订单的金额暂不支持',
      'Order, payment and logistics are not all there; this amount is held',
    ],
    [
      '补齐运单或海外仓出库记录，或把付款关联到订单',
      'Bring the waybill or the warehouse record, or link the payment',
    ],
    [read('2019#13', '第十二条'), read('2020#11', '一'), unsure('plan', '三单合一')],
    { from: '2019-04-29' },
  ),
  A03: rule(
    'A03',
    'hold',
    ['交易电子信息缺项：{fields}', 'Transaction information lacks: {fields}'],
    ['在订单中补全所缺项目', 'Complete the order'],
    [unsure('2019#13', '交易信息条款')],
    { from: '2019-04-29' },
  ),
  A04: rule(
    'A04',
    'review',
    [
      '订单号、收货人或国别在订单、支付、运单之间不一致：{what}',
      'Order, payment and waybill disagree: {what}',
    ],
    ['人工核对并写明理由后确认，否则该行不支持', 'Match by hand with a reason; until then the line is held'],
    [house('相似不等于一致，不自动认定'), unsure('2019#13', '第十二条'), unsure('plan', '数字化比对')],
    { from: '2019-04-29' },
  ),
  A05: rule(
    'A05',
    'review',
    ['时间顺序不合理：{what}', 'Dates are in the wrong order: {what}'],
    ['核对日期，准备说明', 'Check the dates and prepare an explanation'],
    [house('下单 ≤ 发货 ≤ 签收'), read('regulation', '第十二条')],
  ),
  A06: rule(
    'A06',
    'hold',
    [
      '单证 {document} 的可用余额 {free} 小于本次使用 {wanted}：单证只能用一次',
      'Paper {document} has {free} left, {wanted} is wanted: a paper serves once',
    ],
    ['核对使用台账，改关联未使用的单证', 'Look at the usage ledger; link papers that are free'],
    [read('2020#14', '第十一条')],
    { from: '2020-08-31' },
  ),
  A07: rule(
    'A07',
    'hold',
    ['按 {mode} 出口，没有关联清单或报关单', 'Exported under {mode}, and no list or declaration is linked'],
    [
      '关联清单、报关单或汇总报关单；邮快件注明“未报关”',
      'Link the customs document; for undeclared parcels say so',
    ],
    [read('customs-modes'), unsure('training', '邮快件按网络购物')],
  ),
  A08: rule(
    'A08',
    'block',
    [
      '报关单经营单位不是收款人：谁出口谁收汇',
      'The exporter of the customs document is not the payee: who exports receives',
    ],
    [
      '关联代理出口或综服合同，由银行判断；没有合同不得提交',
      'Link the agency or service contract for the bank to judge; without it do not present',
    ],
    [unsure('2020#14', '第一章第二节')],
  ),
  A09: rule(
    'A09',
    'info',
    [
      '银行可要合同、发票、报关单、运单；电子单证须真实、完整、只用一次',
      'The bank may ask for contract, invoice, declaration and waybill; electronic papers must be genuine, whole and used once',
    ],
    ['从资料包提交，附摘要与页数', 'Hand in the evidence pack with digests and page counts'],
    [read('2020#14', '第十一条')],
    { from: '2020-08-31' },
  ),
  A10: rule(
    'A10',
    'review',
    ['需要补充说明：{reasons}', 'Needs evidence: {reasons}'],
    ['核对这些订单，准备证明材料', 'Look at these orders and prepare evidence'],
    [house('按理由逐条列出'), unsure('diligence', '第二十八条', { from: '2024-01-01' })],
  ),
  A11: rule(
    'A11',
    'info',
    ['物流未核验（离线）：只依据导入的运单', 'Logistics not verified (offline): imported waybills only'],
    ['银行要求时提供承运人的轨迹或签收证明', 'Bring the carrier’s record where the bank asks'],
    [house('本机不联网核验物流')],
  ),
} as const
