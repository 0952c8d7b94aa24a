import { noteKinds, noteNames } from '#shared/model/forex/notes'
import type { FieldHelp } from '../../app/help'
import { help, safe } from './help-text'
import { outputHelp } from './help-outputs'
import { noteSays } from './notes/says'

export const fields: readonly FieldHelp[] = [
  help(
    'room',
    { zh: '收汇与结汇', en: 'Receipts and conversion' },
    {
      zh: '收款认领、三级勾稽、结汇预检、申报数据、证据包、月结。断网可用。各页用 Alt+1 到 Alt+9、Alt+0 打开。结论最多是“可提交”：单据齐了可以拿去银行，办不办由银行决定。',
      en: 'Claims, three levels, pre-check, declaration data, evidence, month end; offline. Alt+1 to Alt+9 and Alt+0 open its pages. Its best word is ready to present: the bank decides.',
    },
  ),
  help(
    'ledger',
    { zh: '收汇台账', en: 'Ledger of receipts' },
    {
      zh: '每笔银行入账一行。勾选后认领（Alt+L），回车打开一笔。未关联 = 入账金额 + 已说明差异 − 已关联。',
      en: 'A row for every credit. Select and claim (Alt+L); Enter opens one. Left is credited and explained less matched.',
    },
  ),
  help(
    'age',
    { zh: '未核完的账龄', en: 'Age of what is open' },
    {
      zh: '从入账日到今天的天数；超过 3 天没有认领的在首页提醒。',
      en: 'Days since the credit; unclaimed for more than three is told on the home page.',
    },
  ),
  help(
    'claim',
    { zh: '认领', en: 'Claim' },
    {
      zh: '说明这笔钱是什么。货款、预收进入关联和预检；其他性质离开流程，必须写理由。可以撤回。',
      en: 'Says what the money is. Goods and advances go on; anything else leaves the flow with a reason. Can be taken back.',
    },
  ),
  help(
    'credit',
    { zh: '一笔收款', en: 'A receipt' },
    {
      zh: '入账日期、金额、状态、可提交和暂扣，始终在屏幕上。',
      en: 'Day, amount, state, what can be presented and what is held, always on the screen.',
    },
  ),
  help(
    'subject',
    { zh: '主体与名录', en: 'Subject and register' },
    {
      zh: '按外汇局登记填写。没有填的不检查，不当作“是”。名录与分类有变更的，写上各次起算日期：三月的收款按三月的分类判断。',
      en: 'As registered. What is not told is not examined and not taken for yes. Give the day of each change of register and class: a receipt of March is judged by the class of March.',
    },
    { source: safe },
  ),
  help(
    'registration',
    { zh: '名录与年度累计', en: 'Register and the year' },
    {
      zh: '按收款当月折算率折美元，逐笔累计到门槛。',
      en: 'Cumulated in USD by the rate of each month, receipt by receipt.',
    },
    { source: safe },
  ),
  help(
    'rules',
    { zh: '企业内部口径', en: 'House tolerances' },
    {
      zh: '容忍额、比值区间、提醒天数由企业自己定，打印时标“企业内部口径”，不是法规。',
      en: 'Tolerances and bands of the enterprise; printed as such, no law.',
    },
  ),
  help(
    'channel',
    { zh: '渠道', en: 'Channel' },
    {
      zh: '经银行还是支付机构、谁付的、境外扣了多少、一笔款里有几种性质。收款通知上有的照填。',
      en: 'By bank or institution, who paid, what was charged abroad, which parts it has; as the advice says.',
    },
    { example: 'USD 15.00' },
  ),
  help(
    'goods',
    { zh: '订单与货物', en: 'Orders and goods' },
    {
      zh: '收款 ↔ 订单 ↔ 运单、清单或报关单。一笔收款可对多个订单，同一单证不给第二笔用。',
      en: 'Receipt, orders, waybills and customs papers. One receipt may pay many orders; no paper serves twice.',
    },
  ),
  help(
    'lines',
    { zh: '关联订单', en: 'Orders linked' },
    {
      zh: '从表格粘贴：每行 订单号、金额，有支付流水号的放第三列。附言里提到的订单可一键带入，填金额后加入。',
      en: 'Paste rows of order, amount and, where there is one, the payment number. Orders named by the remittance are offered.',
    },
    { example: 'A-1001  128.50' },
  ),
  help(
    'supported',
    { zh: '单证支持', en: 'Supported by papers' },
    {
      zh: '上次预检时每个订单有多少金额单证齐全。',
      en: 'How much of every order had its papers at the last pre-check.',
    },
  ),
  help(
    'differences',
    { zh: '差异说明', en: 'Differences' },
    {
      zh: '银行多扣、中间行扣费、尾差：写金额，月末按原因汇总。',
      en: 'Charged by mistake, intermediary bank, rounding; summed by reason at month end.',
    },
  ),
  help(
    'netting',
    { zh: '轧差', en: 'Netting' },
    {
      zh: '平台扣费后付来的款：列出销售、退款、各类费用，还原成实际收付和原始收付。没有单据、不是自己货物的费用不能轧。',
      en: 'A payout after fees: sales, refunds and costs, as actual and restored figures. Costs without document or for others’ goods are not netted.',
    },
    { source: safe },
  ),
  help(
    'costs',
    { zh: '费用归类', en: 'Classes of costs' },
    {
      zh: '文件没有写明类别的费用由人归类，并填单据号。',
      en: 'Costs whose class the file does not word are classed by a person, with their document.',
    },
  ),
  help(
    'netted',
    { zh: '轧差结果', en: 'Netting result' },
    {
      zh: '上次预检的结果。编码标“由银行确认”的以银行为准。',
      en: 'Of the last pre-check. Codes marked so are for the bank.',
    },
  ),
  help(
    'warehouse',
    { zh: '9810 单位守恒', en: 'Units of 9810' },
    {
      zh: '按 SKU：申报数量 = 净售出 + 报废 + 应有库存。卖得比报得多的部分没有货物流。',
      en: 'By SKU: units declared are net sold, scrapped and stock. What was sold beyond has no goods flow.',
    },
  ),
  help(
    'currency',
    { zh: '币种去向', en: 'Where the money goes' },
    {
      zh: '结汇、留现汇，或本来就是人民币。结汇是意愿，不是义务。境内机构付来人民币的不再结汇，凭机构的收结汇凭证。',
      en: 'Converted, kept, or yuan from the start. Conversion is a right. Yuan of a domestic institution is not converted again.',
    },
  ),
  help(
    'quotes',
    { zh: '银行牌价', en: 'Prices of banks' },
    {
      zh: '导入的现汇买入价；过了有效分钟数的要重新取价。',
      en: 'Imported bids; an aged one is to be asked anew.',
    },
  ),
  help(
    'conversion',
    { zh: '已结汇', en: 'Converted' },
    {
      zh: '银行办完后登记金额和人民币，剩余的还可以申请。',
      en: 'Noted after the bank did it; what is left can still be asked for.',
    },
  ),
  help(
    'application',
    { zh: '结汇申请', en: 'Application to convert' },
    {
      zh: '全国没有统一格式，这里是银行通常要的内容（口径待确认）。一笔收款可以分几天、分几笔申请，合计不超过可提交金额，同一订单的同一部分只用一次。交银行后内容不再改动；银行退回的，未结汇部分可以再申请。',
      en: 'No national form: the contents banks ask for, unconfirmed. A receipt may be asked for in parts on several days, together at most what can be presented, no part of an order twice. Once handed in it does not change; what the bank gave back unconverted can be asked for again.',
    },
  ),
  help(
    'findings',
    { zh: '疑点', en: 'Findings' },
    {
      zh: '每条写着哪里、为什么、怎么办、依据。点规则号看依据。',
      en: 'Each says where, why, what to do and on which ground.',
    },
  ),
  help(
    'finding',
    { zh: '一条疑点', en: 'A finding' },
    {
      zh: '“去修改”到可以改的那一步；不改的写明怎样处理。',
      en: 'Go and mend leads to the step; else say how it was dealt with.',
    },
  ),
  help(
    'run',
    { zh: '预检', en: 'Pre-check' },
    {
      zh: 'Alt+R。检查流程中的每一笔收款；截至日期只用于判断逾期。',
      en: 'Alt+R. Checks every receipt in the flow; the day is only for what is overdue.',
    },
  ),
  help(
    'check',
    { zh: '结汇预检', en: 'Pre-check' },
    { zh: '全部收款的结论和疑点。', en: 'Verdicts and findings of all receipts.' },
  ),
  help(
    'verdict',
    { zh: '结论与金额', en: 'Verdict and amounts' },
    { zh: '点开可提交、暂扣，看算法和数据，可手工复算。', en: 'Open a figure to recompute it by hand.' },
  ),
  ...outputHelp,
  ...noteKinds.map((kind): FieldHelp => ({
    id: `forex.note.${kind}`,
    title: noteNames[kind],
    fill: noteSays[kind],
  })),
]
