import type { FieldHelp, HelpCard } from '../../app/help'

export const modeCard: HelpCard = {
  id: 'orders.mode',
  room: 'orders',
  title: {
    zh: '选申报方式（9610、1210、9710、9810、报关单）',
    en: 'Choosing the mode (9610, 1210, 9710, 9810, declaration)',
  },
  sample: 'orders.csv',
  steps: [
    {
      zh: '打开「订单」，用筛选或勾选选出一批（也可双击一票），点「选择申报方式」（Alt+M）。',
      en: 'Open Orders, filter or tick some (or double click one) and press Choose the mode (Alt+M).',
    },
    {
      zh: '回答三个问题：成交对象（境外个人、境外企业、送海外仓）、货物在区外还是区内、要不要退税。',
      en: 'Answer three questions: who bought (consumer, company, nobody yet), where the goods lie, whether tax is to be refunded.',
    },
    {
      zh: '看每种方式：绿色可以，黄色要先确认，红色不能；展开看哪一条、为什么、怎么办和依据。B2B 清单要判断 5000 元限额，按提示填汇率、日期和来源，点「保存汇率」。',
      en: 'Read each way: green is possible, yellow has to be confirmed, red is not; open it for the condition, why, what to do and the basis. For the limit of CNY 5,000 give rate, day and source, and press Save rates.',
    },
    {
      zh: '商品资料没有写明是否涉许可证件、检验检疫、出口关税、办理退税的会是黄色：到「商品资料」填 Y 或 N，可用「批量修改」。',
      en: 'Where the goods master does not say whether goods need a licence, are for refund and so on, it is yellow: write Y or N under Goods, many at once by bulk edit.',
    },
    {
      zh: '在要用的方式上点「选这个」，看下面的影响：几项不变、哪些不再申报、新增什么、还缺什么。确认后点「按此方式申报」。点错了，点提示里的「撤销」。',
      en: 'Press Choose at the way you want and read what it does: what stays, is dropped, added, or missing. Then press Declare this way. Undo stands in the notice.',
    },
    {
      zh: '1210 的商品没有账册备案料号时，订单变为「缺资料」：在「商品资料」的「缺商品资料」里补料号。没有这种贸易方式的模板时，在「申报参数模板」建一个；演练账套点「用现成的演练模板」旁的箭头选贸易方式。',
      en: 'Orders of 1210 whose goods lack their number in the account book become incomplete: fill it in on the sheet of missing goods. Without a template of the mode make one under Templates; in a practice book choose the mode at the arrow beside the ready-made one.',
    },
    {
      zh: '到「清单」生成清单：每票按自己的方式和模板生成。选了报关单的不生成清单，在单一窗口报关后在「报关单」登记。',
      en: 'Build lists under Lists: each order by its own mode and template. Orders by declaration get no list; after the single window note them under Declarations.',
    },
  ],
}

export const modeFields: readonly FieldHelp[] = [
  {
    id: 'modes.choose',
    title: { zh: '选择申报方式', en: 'Choose the mode' },
    fill: {
      zh: '对一票或一批订单判断能用哪种监管方式、用清单还是报关单，并说明原因；改方式先看影响，能撤销。清单已申报的不能改。',
      en: 'Which mode orders can be declared in, by list or by declaration, and why; a change is previewed and can be undone. Orders whose list has left stay as they are.',
    },
    source: {
      zh: '报文规范 2022-05；公告2018-194、2020-75、2021-47、2024-167；企业内部口径的条款有注明',
      en: 'Specification 2022-05; Announcements 2018-194, 2020-75, 2021-47, 2024-167; house rules are marked',
    },
  },
  {
    id: 'modes.buyer',
    title: { zh: '成交对象', en: 'Buyer' },
    fill: {
      zh: '境外个人：零售（9610、1210）；境外企业：有平台上的 B2B 订单或合同（9710）；送海外仓：还没有卖出（9810，订仓单）。文件里没有，只能由你回答。',
      en: 'A consumer: retail (9610, 1210); a company: a B2B order or contract (9710); a warehouse: not sold yet (9810, booking). No file says it.',
    },
  },
  {
    id: 'modes.place',
    title: { zh: '货物在', en: 'Where the goods lie' },
    fill: {
      zh: '在综合保税区等特殊区域内、已入保税账册的用 1210；区外的用其余方式。',
      en: 'Goods in a bonded zone and in its book go as 1210; goods outside by the others.',
    },
  },
  {
    id: 'modes.rebate',
    title: { zh: '退税', en: 'Tax refund' },
    fill: {
      zh: 'A 简化清单和 B2B 清单不产生报关单，不能退税。要退税的：零售用 B 汇总，B2B 和海外仓用报关单。',
      en: 'Simplified lists (A) and B2B lists lead to no declaration and no refund. For a refund: B summary in retail, a declaration in B2B and for warehouses.',
    },
    source: { zh: '公告2018-194；报文规范 2022-05', en: 'Announcement 2018-194; specification 2022-05' },
  },
  {
    id: 'modes.rates',
    title: { zh: '人民币汇率', en: 'Rates to CNY' },
    fill: {
      zh: '只用来判断 B2B 清单单票 5000 元的限额。填 1 单位外币折多少人民币、日期和来源；没有填的币制不猜，列为待确认。',
      en: 'Only to judge the limit of CNY 5,000 of a B2B list by. CNY for one unit, the day and the source; currencies without one are not guessed.',
    },
    example: '7.1 / 2026-11-02',
  },
  {
    id: 'modes.template',
    title: { zh: '不指定，随模板', en: 'Leave it to the template' },
    fill: {
      zh: '取消指定：生成清单时选用的模板是什么贸易方式，就按什么申报。',
      en: 'Nothing decided: the template chosen when lists are built decides.',
    },
  },
]
