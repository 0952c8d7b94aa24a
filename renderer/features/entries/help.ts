import type { Text } from '#shared/model/text'
import type { FieldHelp, HelpCard } from '../../app/help'
import { entryLabel, headFields } from '#shared/entry/read-entries'

const source: Text = {
  zh: '出口报关单填制规范（单一窗口栏目）',
  en: 'Fields of the export declaration in the single window',
}
const plain: Text = {
  zh: '与单一窗口报关单上的内容一致，代码或名称都可以',
  en: 'As it stands on the declaration in the single window, code or name',
}

const special: Partial<Record<string, Partial<FieldHelp>>> = {
  entryId: {
    fill: {
      zh: '18 位海关编号；退税时与 3 位项号合成 21 位',
      en: 'The 18 digits; with three of the item it makes the 21 of a refund',
    },
    length: '18',
    example: '290720260000000001',
  },
  tradeMode: {
    fill: {
      zh: '0110 一般贸易；9710、9810 单票超过 5000 元，或涉证、涉检、涉税时用报关单',
      en: '0110 general trade; 9710 and 9810 above CNY 5,000, or with licence, inspection or tax matters',
    },
    length: '4',
  },
  state: {
    fill: {
      zh: '由你按单一窗口的结果填：草稿、已申报、放行、结关；关联的订单随之变为已申报未回、放行、结关',
      en: 'As the single window says: draft, declared, released, closed; linked orders follow',
    },
  },
  exportDate: {
    fill: {
      zh: '结关信息中的出口日期，退税申报期从它算起',
      en: 'From the closing information; refunds count from it',
    },
    length: '10',
    example: '2026-11-02',
  },
}

export const fields: readonly FieldHelp[] = [
  ...headFields.map((field): FieldHelp => ({
    id: `entries.${field}`,
    title: entryLabel(field),
    fill: plain,
    source,
    ...special[field],
  })),
  {
    id: 'entries.items',
    title: { zh: '商品项', en: 'Items' },
    fill: {
      zh: '一行一项，最多 50 项；三对数量和单位（成交、法定第一、法定第二）都按报关单填，退税按其中任一单位对发票。可从 Excel 粘贴',
      en: 'One row each, at most 50; all three pairs of quantity and unit, since a refund may use any of them. A block of Excel may be pasted',
    },
    length: '1–50',
    source,
  },
  {
    id: 'entries.orders',
    title: { zh: '关联订单', en: 'Linked orders' },
    fill: {
      zh: '这份报关单申报的订单或订仓单，一行一个订单号、运单号；订单从「可申报」转为已申报',
      en: 'Orders or bookings it declares, one order or waybill number a line; they are no longer ready',
    },
  },
]

export const cards: readonly HelpCard[] = [
  {
    id: 'entries.note',
    room: 'entries',
    title: {
      zh: '登记报关单（一般贸易、9710、9810）',
      en: 'Noting declarations (general trade, 9710, 9810)',
    },
    steps: [
      {
        zh: '在「订单」用「选择申报方式」把要用报关单的订单定为报关单；首页「待制报关单」列出它们。',
        en: 'Under Orders choose the mode of orders that need a declaration; the home page lists them.',
      },
      {
        zh: '在单一窗口申报报关单。本客户端不发送报关单。',
        en: 'Declare in the single window; this client does not send declarations.',
      },
      {
        zh: '打开「报关单」：点「导入 Excel」读入单一窗口或报关行的表（按表头认列，一行一项；自己填的用「下载空白模板」），或点「新报关单」（Alt+N）照着填。PDF 暂不能读入。',
        en: 'Open Declarations: import the sheet of the single window or the broker (columns by their headings, one item a row; for your own use Download blank template), or press New (Alt+N) and copy it. PDF cannot be read yet.',
      },
      {
        zh: '在「关联订单」粘贴订单号，点「保存」。同一海关编号再导入会更新原记录。',
        en: 'Paste the order numbers under Linked orders and save. The same number imported again updates the record.',
      },
      {
        zh: '放行、结关后改「状态」并填日期；订单的状态随之更新，退税从这里取数。',
        en: 'After release and closing change the state and give the days; orders follow, and refunds take their data here.',
      },
    ],
  },
]
