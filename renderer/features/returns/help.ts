import { tableOf } from '#shared/ceb/tables'
import { periodsInWords } from '#shared/returns/clocks'
import { elementHelp } from '../../app/field-help'
import type { FieldHelp, HelpCard } from '../../app/help'

const carried = [
  'customsCode',
  'portCode',
  'country',
  'trafMode',
  'trafName',
  'voyageNo',
  'billNo',
  'logisticsNo',
  'logisticsCode',
  'logisticsName',
  'loctNo',
] as const
const head = tableOf('CEB213').head.byName

export const cards: readonly HelpCard[] = [
  {
    id: 'returns.return',
    room: 'returns',
    title: { zh: '退货', en: 'Goods come back' },
    sample: 'orders.csv',
    steps: [
      {
        zh: '打开「退货」，填清单、订单或运单号，点「登记退货」；或打开清单，点「退货」。',
        en: 'Open Returns, give a list, order or waybill number and press Note a return; or open the list and press Return.',
      },
      {
        zh: '选「情形」，海关手续随清单的状态列出：没有离境的撤销（605），已离境的办退货（213），仅退款的不用办。',
        en: 'Choose what happened. What is done at customs follows from the state of the list: withdraw (605) what has not left, return (213) what has, nothing for a mere refund.',
      },
      {
        zh: '看期限和可退数量，填退回的数量（或点「全部退回」）、「原因」和怎样退回。',
        en: 'Look at the periods and at what is left, give quantities (or press All of it), the reason, and how the goods come back.',
      },
      {
        zh: '点「申报退货（入发送队列）」；还不能申报的点「暂存」。列表显示回执：海关放行（800）即完成。',
        en: 'Press Declare the return; press Keep when it cannot go yet. The list shows the receipts: released (800) is the end.',
      },
      {
        zh: '理货（215）由监管场所传输，按场所告知点「勾记理货」；场所给了报文的，在「税单与入库」读入，自动记上。',
        en: 'The site transmits the tally (215); press Tick tally when it tells of it, or read its message under Tax bills and deliveries.',
      },
      {
        zh: '另外两本账由人办完后勾销：点「退税免税已处理」「收汇已处理」，写明依据。',
        en: 'The other two books are settled by a person: press Tax settled and Forex settled and say from what.',
      },
    ],
  },
  {
    id: 'returns.replacement',
    room: 'returns',
    title: { zh: '换货、补发', en: 'Replaced or sent again' },
    steps: [
      {
        zh: '打开「退货」，填号码，点「登记退货」；情形选换货、补发。买家把原货退回来的，另外再登记一次退货。',
        en: 'Open Returns, give a number and press Note a return; choose Replaced or sent again. Goods that come back are a return of their own.',
      },
      {
        zh: '在「补发的商品」填补发数量，换别的商品改货号；单价是原来申报的价格，按实际改，不能是 0。补发订单号可改。',
        en: 'Under Goods sent instead give quantities and, for other goods, the SKU. The price is that declared before; change it to the real one, never 0. The order number may be changed.',
      },
      {
        zh: '填「原因」，点「登记（不向海关申报）」：补发订单建好，像导入的订单一样在「订单」里，来源是一次单独的导入，可以撤销。平台自己有补发订单的，数量都留空，只填它的订单号。',
        en: 'Give the reason and press Note: the order is made and stands under Orders, brought by an import of its own that can be undone. Where the platform has an order for it, leave the quantities empty and give its number.',
      },
      {
        zh: '给补发订单导入运单，点「对碰有变化的」，到「清单」生成并申报。两份清单的表头互相写着换货的来去。收款单没有新的，按待补处理。',
        en: 'Import its waybill, match, then build and declare its list. Both lists say in their heads what was sent instead of what. No new payment comes: it stays to be supplied.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'returns.room',
    title: { zh: '退货', en: 'Returns' },
    fill: {
      zh: '一张表管三本账：海关怎么办、退税免税怎么调、收汇怎么办。仅退款、丢件、拒付也在这里登记，不向海关申报。',
      en: 'One table for three books: customs, tax, forex. Mere refunds, lost parcels and chargebacks are noted here too and not declared.',
    },
    source: { zh: '报文规范 2022-05 CEB213、CEB625', en: 'Message specification 2022-05 CEB213, CEB625' },
  },
  {
    id: 'returns.find',
    title: { zh: '清单、订单或运单号', en: 'List, order or waybill number' },
    fill: {
      zh: '企业编号、清单编号、订单号、运单号都可以；一个号码对应几份清单的，逐个列出',
      en: 'Own, customs, order or waybill number; when several lists carry it they are listed',
    },
  },
  {
    id: 'returns.event',
    title: { zh: '情形', en: 'What happened' },
    fill: {
      zh: '决定海关手续和另外两本账：取消、退货、仅退款不退货、换货补发、丢件、拒付、境外销毁弃置',
      en: 'Decides what is done at customs and in the other two books',
    },
  },
  {
    id: 'returns.act',
    title: { zh: '海关手续', en: 'At customs' },
    fill: {
      zh: '按情形和清单状态列出，第一个是通常的办法；货物是否已经离境，以实际为准',
      en: 'Listed by event and state of the list, the usual one first; whether the goods have left is for the officer to say',
    },
  },
  elementHelp('returns.reason', { zh: '原因', en: 'Reason' }, 'CEB213', head.get('reason')!),
  {
    id: 'returns.lines',
    title: { zh: '退回数量', en: 'Quantities' },
    fill: {
      zh: '按原清单的项号填申报单位的数量，不退的留空；可退数量 = 申报数量 − 已退数量（作废的不算）。法定数量按比例换算，几次退完的合计与申报一致。',
      en: 'By the lines of the list, in its unit; leave out what does not come back. Left is declared minus returned, void returns not counted. Statutory quantities follow in proportion and add up.',
    },
  },
  {
    id: 'returns.replacement',
    title: { zh: '补发的商品', en: 'Goods sent instead' },
    fill: {
      zh: '补发的货物另建订单和清单，与原清单互相关联。单价填实际价格（默认原申报单价），清单里不能出现 0；没有新的货款，收汇和退税的说明需确认。进口零售的补发须由订购人另行下单支付，本机不建。',
      en: 'What is sent instead has an order and a list of its own, linked with the first. The price is the real one (as declared before, by default), never 0. No money comes in: how to explain it has to be asked. For retail import the buyer has to order and pay anew; none is made here.',
    },
    source: { zh: '业务惯例，口径待确认', en: 'Practice, not confirmed' },
  },
  {
    id: 'returns.deadlines',
    title: { zh: '退货期限', en: 'Periods' },
    fill: periodsInWords(),
  },
  {
    id: 'returns.releasedOn',
    title: { zh: '放行日期', en: 'Released on' },
    fill: {
      zh: '海关放行（800）的日子，按回执填好，可改',
      en: 'Day of the release (800), from the receipts; may be changed',
    },
    length: '10',
    example: '2026-11-02',
  },
  {
    id: 'returns.exportedOn',
    title: { zh: '出口日期', en: 'Exported on' },
    fill: {
      zh: '离境（509）勾记的日子，没有时用清单的进出口日期，可改',
      en: 'Day of the departure (509) as ticked, else that of the list; may be changed',
    },
    length: '10',
    example: '2026-11-02',
  },
  {
    id: 'returns.food',
    title: { zh: '商品种类', en: 'Goods' },
    fill: { zh: '食品退运进境不免进口税收', en: 'Food that comes back is not free of import taxes' },
    source: { zh: '财政部 海关总署 税务总局公告2026年第16号', en: 'Announcement 2026-16' },
  },
  ...carried.map((name) => elementHelp(`returns.${name}`, head.get(name)!.label, 'CEB213', head.get(name)!)),
  {
    id: 'returns.books',
    title: { zh: '三本账', en: 'Three books' },
    fill: {
      zh: '保存后，退税免税和收汇各留一件事，由人办完后在列表里勾销。标“口径待确认”的先问主管税务机关或银行。',
      en: 'Once kept it leaves a task in tax and in forex, ticked off in the list by a person. What is marked unconfirmed has to be asked first.',
    },
  },
]
