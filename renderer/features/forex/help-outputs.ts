import type { FieldHelp } from '../../app/help'
import { help, safe } from './help-text'

/** Forms, duties, evidence, levels, month end and the whole. */
export const outputHelp: readonly FieldHelp[] = [
  help(
    'declare',
    { zh: '申报数据', en: 'Declaration data' },
    {
      zh: '照着填进银行系统；空着的由银行填。',
      en: 'To be filled into the bank’s system; what is empty is the bank’s.',
    },
  ),
  help(
    'receiptForm',
    { zh: '涉外收入申报单', en: 'Declaration of a receipt' },
    {
      zh: '金额到元。结汇、现汇、其他之和等于收入款金额；交易编码最多两个。',
      en: 'Whole units. The three amounts make the receipt; at most two codes.',
    },
    { source: { zh: '涉外收入申报单及填报说明', en: 'The form and its instructions' } },
  ),
  help(
    'rmbNote',
    { zh: '收款说明', en: 'Note of a receipt in CNY' },
    {
      zh: '各项合计等于收款金额，已报关按贸易方式分。',
      en: 'The parts make the receipt; declared goods divide by mode.',
    },
  ),
  help(
    'duties',
    { zh: '义务与期限', en: 'Duties and terms' },
    {
      zh: '预收、延期报告，五个工作日申报，名录变更，资料留存。工作日按工作日历，在「税则与监管」「税表与清单」更新。',
      en: 'Reports, five working days, changes, retention. Working days by the work calendar, updated under Tariff and control, Tables.',
    },
    { source: safe },
  ),
  help(
    'refund',
    { zh: '退汇判断', en: 'Way of a refund' },
    { zh: '按退汇当日的规定。', en: 'By the law of the day of the refund.' },
  ),
  help(
    'evidence',
    { zh: '证据包', en: 'Evidence' },
    { zh: '拖入原件，选角色、填单号。', en: 'Drop originals, choose the role, give the number.' },
  ),
  help(
    'pack',
    { zh: '证据包内容', en: 'The pack' },
    {
      zh: 'zip，内有网页目录和每个文件的摘要值，银行不装本软件也能看。姓名默认遮盖，填了理由才写明。',
      en: 'A zip with a page as index and digests; readable without this program. Names are masked unless a reason is given.',
    },
  ),
  help(
    'present',
    { zh: '提交银行', en: 'Handed to the bank' },
    {
      zh: '登记已交银行：用掉的单证不再给别的收款，可以撤回。',
      en: 'Notes that it was handed over: its papers serve no other receipt. Can be taken back.',
    },
  ),
  help(
    'levels',
    { zh: '三级勾稽', en: 'Three levels' },
    {
      zh: '平台结算 → 支付机构账户 → 银行入账，各自平衡、前后相符；不平的写明差多少。',
      en: 'Settlement, account at the institution, bank credit: each balanced and reaching the next; what is not says the difference.',
    },
  ),
  help(
    'gaps',
    { zh: '不平之处', en: 'Where levels differ' },
    { zh: '正数是少了，负数是多了。', en: 'Positive is missing, negative too much.' },
  ),
  help(
    'settlements',
    { zh: '平台结算', en: 'Settlements' },
    { zh: '文件写明的总额与各行合计的差。', en: 'Total as stated against the lines.' },
  ),
  help(
    'movements',
    { zh: '机构账户流水', en: 'Movements' },
    {
      zh: '回车打开一行，指定它是哪次结算的付款、变成了哪笔入账、用了哪些进账。',
      en: 'Enter opens one to say what it belongs to.',
    },
  ),
  help(
    'tie',
    { zh: '指定去向', en: 'Tie by hand' },
    { zh: '不指定的按先进先出。', en: 'What is not told is drawn oldest first.' },
  ),
  help(
    'months',
    { zh: '月结勾稽', en: 'Month end' },
    {
      zh: '每月、店铺、币种一张表。按月份先后锁账。',
      en: 'A sheet for every month, shop and currency, closed in their order.',
    },
  ),
  help(
    'month',
    { zh: '锁账', en: 'Closing a month' },
    {
      zh: '锁账没有回头路：以后只能在未锁的月份登记更正。',
      en: 'There is no way back: later changes are corrections in an open month.',
    },
  ),
  help(
    'bridge',
    { zh: '勾稽表', en: 'The sheet' },
    {
      zh: '每步差异都要有原因；跨期的带到下月，必须在下月回来。',
      en: 'Each difference has its reason; those of timing have to come back next month.',
    },
  ),
  help(
    'figures',
    { zh: '各项数字', en: 'Figures' },
    {
      zh: '点开看由哪些行合计。增值税申报销售额手工填。',
      en: 'Open one for its lines. Sales of the VAT return are typed.',
    },
  ),
  help(
    'corrections',
    { zh: '更正', en: 'Corrections' },
    {
      zh: '写明更正哪个月的哪个数、金额和理由。',
      en: 'Which figure of which month, the amount and the reason.',
    },
  ),
  help(
    'overview',
    { zh: '汇总', en: 'The whole' },
    {
      zh: '货物流与资金流按月对照，美元，按当月折算率。缺率的写明，不推测。',
      en: 'Goods and money by month in USD; a missing rate is named.',
    },
  ),
  help(
    'flows',
    { zh: '货物与资金', en: 'Goods and money' },
    { zh: '只列出，不判断。', en: 'Told, not judged.' },
  ),
  help(
    'indicators',
    { zh: '核查指标', en: 'Indicators' },
    {
      zh: '公式按外汇局公布的。临界值没有公布，这里不编。',
      en: 'Formulas as published. The limits are not published and none is invented.',
    },
    { source: safe },
  ),
  help(
    'creditAges',
    { zh: '预收与延期账龄', en: 'Ages of trade credit' },
    { zh: '按报告规定的 30、90、365 天分。', en: 'By the days that the reports name.' },
  ),
  help(
    'sources',
    { zh: '银行与汇率', en: 'Banks and rates' },
    { zh: '同一文件再导入一次不会重复。', en: 'The same file twice changes nothing.' },
  ),
  help(
    'statements',
    { zh: '对账单', en: 'Statements' },
    { zh: '期初 + 收 − 支 与期末不符的标出来。', en: 'Opening and entries against the closing balance.' },
  ),
  help(
    'entries',
    { zh: '银行流水', en: 'Entries' },
    { zh: '回车打开入账对应的收款。', en: 'Enter opens the receipt.' },
  ),
  help(
    'rates',
    { zh: '对美元折算率', en: 'Rates to USD' },
    {
      zh: '外汇局每月公布的表。门槛只按收款当月的折算率，不用别的月份。',
      en: 'SAFE’s table of each month; no other month stands in.',
    },
    { source: safe },
  ),
  help(
    'notes',
    { zh: '其他情形', en: 'Other facts' },
    { zh: '文件里没有、要人说明的事实，按路径分类。', en: 'What no file tells, by the path it belongs to.' },
  ),
  help(
    'individual',
    { zh: '个人收汇', en: 'Individuals' },
    {
      zh: '个人按身份证办理的收款：有交易证据的不占年度便利化额度。',
      en: 'Receipts by identity card: what evidence supports is outside the annual quota.',
    },
    { source: safe },
  ),
]
