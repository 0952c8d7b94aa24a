import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'gate-passes.declare',
    room: 'gate-passes',
    title: { zh: '先出区后报关（核放单倒计时）', en: 'Leave the zone first, declare after (gate passes)' },
    sample: 'orders.csv',
    steps: [
      {
        zh: '货物凭核放单出区后，打开「核放单」，点「登记核放单」（Alt+N），填核放单号、出区日期和主管海关给的申报期限（天）。',
        en: 'When goods have left on a gate pass, open Gate passes, press Note a gate pass (Alt+N) and give its number, the day, and the days your customs allows.',
      },
      {
        zh: '在「所含订单」粘贴一列订单号或运单号；没找到的会列出来。点「保存」。',
        en: 'Paste a column of order or waybill numbers; those not found are listed. Save.',
      },
      {
        zh: '列表和首页「待办」显示还剩几天；只剩两天或已超期的排在最前，断网时照样提醒。',
        en: 'The list and the home page count the days; those with two days left or overdue come first, also without a line.',
      },
      {
        zh: '点「生成清单（1210）」：所含订单按 1210 生成清单，不用重新录入。缺备案料号的先在「缺商品资料」补。再到「清单」申报。',
        en: 'Press Build lists (1210): the lists are made of its orders, nothing is typed again. Fill in missing numbers of the account book first. Then declare under Lists.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'gate-passes.passNo',
    title: { zh: '核放单号', en: 'Gate pass' },
    fill: { zh: '海关制发的核放单编号', en: 'Number of the gate pass issued by customs' },
    length: '1–30',
  },
  {
    id: 'gate-passes.leftOn',
    title: { zh: '出区日期', en: 'Left the zone on' },
    fill: { zh: '货物实际出区的日子，年-月-日', en: 'Day the goods really left, year-month-day' },
    length: '10',
    example: '2026-11-02',
  },
  {
    id: 'gate-passes.limitDays',
    title: { zh: '申报期限(天)', en: 'Days to declare' },
    fill: {
      zh: '出区后多少天内要申报，按主管海关的要求填。方案只写“在海关规定的时限内”，没有给出天数，所以没有默认值；按自然日计算，口径待确认',
      en: 'Days to declare in, as your customs says. The plans give no figure, so there is no default; calendar days, not confirmed',
    },
    source: { zh: '唐山、石家庄综试区实施方案', en: 'Plans of the zones Tangshan and Shijiazhuang' },
  },
  {
    id: 'gate-passes.orders',
    title: { zh: '所含订单', en: 'Orders it covers' },
    fill: {
      zh: '一行一个订单号或运单号，可从 Excel 粘贴一列，最多 1000 个',
      en: 'Order or waybill numbers, a column of Excel may be pasted, at most 1,000',
    },
  },
]
