import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'matching.late-payment',
    room: 'matching',
    title: { zh: '补收款单', en: 'A receipt of payment that comes later' },
    sample: 'payments.csv',
    steps: [
      {
        zh: '打开「三单对碰」，点「可申报·待补」：这里是缺收款单、收款晚到或少收但在容差内的订单，「天数」从业务日期算起。它们可以先申报。',
        en: 'Open Matching and press May go, to follow: orders whose payment is missing, late, or short within the tolerance. Days count from the business day. They may be declared already.',
      },
      {
        zh: '收到平台或支付企业的收款文件后，打开「导入」，选「收款单」，放入文件，点「开始导入」。',
        en: 'When the payment file has come, open Import, choose Payments, drop the file and press Start import.',
      },
      {
        zh: '回到「三单对碰」，点「对碰有变化的」。对上的订单自动从待补中消失，不需要手工关闭。',
        en: 'Go back to Matching and press Match what changed. Orders that agree now leave the list by themselves.',
      },
      {
        zh: '收款单上的订单号写法不同（全角、空格、大小写）时，点那一行的「手工对碰」，勾选这张收款单，写明理由，点「确认对碰」。',
        en: 'Where a payment spells the order number differently, press Match by hand in its row, tick the payment, give the reason and press Confirm.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'matching.effect',
    title: { zh: '影响：阻断 / 可申报·待补', en: 'Effect: stops / may go' },
    fill: {
      zh: '阻断：不能生成清单（没有订单或运单、订单或运单已被另一清单使用、商品或数量不符、金额差超过容差）。可申报·待补：清单可以先走，收款单到后自动关闭。',
      en: 'Stops: no list can be made (no order or waybill, used by another list, goods differ, amount beyond the tolerance). May go: the list can leave; the entry closes when the payment comes.',
    },
    source: {
      zh: '海关总署公告2024年第167号：2024-12-15 起收款单不再是清单的前提。容差和天数为企业内部口径',
      en: 'GACC announcement 167 of 2024: since 2024-12-15 the receipt need not precede the list. Tolerance and days are house rules',
    },
  },
  {
    id: 'matching.breaks',
    title: { zh: '差异', en: 'Break' },
    fill: {
      zh: '一行是一处不一致：「订单」一栏是订单上的值，「单证」一栏是收款单、运单或清单上的值。回车或双击打开这票订单。',
      en: 'One row is one disagreement: what the order says, and what the payment, waybill or list says. Enter or double click opens the order.',
    },
  },
  {
    id: 'matching.accept',
    title: { zh: '接受差异', en: 'Accept a break' },
    fill: {
      zh: '差异属实但可以接受时勾选，并写明原因。原因、姓名和时间记入操作记录，导出和审计时可见；可随时撤销。',
      en: 'Tick it when the break is real but acceptable, with the reason. Reason, name and time go into the journal; it can be taken back.',
    },
  },
  {
    id: 'matching.reason',
    title: { zh: '手工对碰理由', en: 'Reason of a match by hand' },
    fill: {
      zh: '写清依据，例如「平台后台核对，同一笔付款」。没有理由不能保存。',
      en: 'State what it rests on, e.g. “checked in the shop’s back office, same payment”. Nothing is saved without it.',
    },
  },
]
