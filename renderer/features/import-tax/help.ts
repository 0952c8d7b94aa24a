import type { FieldHelp, HelpCard } from '../../app/help'
import { messageTemplateHelp, readMessagesHelp } from '../../app/read-messages/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'import-tax.month',
    room: 'import-tax',
    title: { zh: '进口税单按月对账', en: 'Tax bills of a month' },
    steps: [
      {
        zh: '打开「税单与入库」。海关的电子税单（816）和状态（818）随回执自动到；单一窗口没有推送的，点「读入对方报文」读文件。',
        en: 'Open Tax bills and deliveries. 816 and 818 come with the receipts; press Read messages of others for files.',
      },
      {
        zh: '点一个月份，看关税、增值税、消费税合计和份数；作废的不计入。点清单编号打开清单。',
        en: 'Press a month: sums by kind of tax and the number of bills; void ones are left out. Press a list number to open it.',
      },
      {
        zh: '点「导出 Excel」，与缴款书和担保账户核对。',
        en: 'Press Export to Excel and compare with the payment documents and the guarantee account.',
      },
      {
        zh: '点「入库明细」，看监管场所（711）收到了哪些包裹，没有清单的列在后面。',
        en: 'Press Deliveries: which parcels the site (711) took in; those without a list stand beside.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  readMessagesHelp,
  messageTemplateHelp,
  {
    id: 'import-tax.room',
    title: { zh: '税单与入库', en: 'Tax bills and deliveries' },
    fill: {
      zh: '零售进口的电子税单（816）、税单状态（818）和监管场所的入库明细（711），按清单编号和运单号与清单对应。金额是海关的，本机不改。',
      en: 'Tax bills (816), their states (818) and deliveries to the site (711) of retail import, linked to lists by number. Amounts are those of customs.',
    },
    source: {
      zh: '报文规范 2022-05 CEB816、CEB818、CEB711',
      en: 'Message specification 2022-05 CEB816, CEB818, CEB711',
    },
  },
  {
    id: 'import-tax.months',
    title: { zh: '按月合计', en: 'Sums by month' },
    fill: {
      zh: '月份按 816 的回执时间（北京时间）。作废（状态3）的不计入金额；“未缴款”是还没有缴款书编号的份数。',
      en: 'Months by the time of the 816 (China). Void bills (state 3) are not added; open means no payment document yet.',
    },
  },
]
