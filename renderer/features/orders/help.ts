import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'split-merge',
    room: 'orders',
    title: { zh: '拆单合单', en: 'Splitting and merging orders' },
    steps: [
      {
        zh: '一票订单有几个运单，或商品超过 100 行时，生成清单时自动拆成「原单号-1、-2…」，不用手工处理。',
        en: 'An order with several waybills or more than 100 lines is split by itself when its lists are built, into number-1, number-2 …',
      },
      {
        zh: '要自己决定怎么拆：双击订单打开，点「拆单」，填分单数和各分单的件数；第一分单自动留下其余件数。',
        en: 'To decide yourself: double-click the order, press Split, say how many parts and how many pieces go into each; the first part keeps the rest.',
      },
      {
        zh: '几票订单装在一个包裹里：在「订单」中选中它们，点「合单」。收货人、目的国、币制、店铺必须相同。',
        en: 'Several orders in one parcel: select them under Orders and press Merge. Consignee, destination, currency and shop must be equal.',
      },
      {
        zh: '拆合之后原单号仍能查到；金额和运费分到分，合计不变。做错了用提示里的「撤销」，或在拆单窗口点「取消拆单」。',
        en: 'The original numbers stay searchable; amounts and freight are allocated to the cent and add up. Undo in the notice, or press Undo the split in its window.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'orders.class',
    title: { zh: '行类别', en: 'Line class' },
    fill: {
      zh: '只有「商品」和「赠品」进入清单。赠品生成清单时按公允价申报或不申报。运费、折扣、杂费只影响金额。',
      en: 'Only goods and gifts reach a list. How gifts are declared is chosen when lists are built. Freight, discounts and fees only count in amounts.',
    },
    refusal: {
      zh: '清单单价为 0 会被退单',
      en: 'A list with a price of 0 is rejected',
    },
  },
  {
    id: 'orders.split',
    title: { zh: '拆单', en: 'Split' },
    fill: {
      zh: '把一票订单分成几份清单，各有自己的订单、运单和清单号。各分单件数之和等于原单件数。',
      en: 'Makes several lists of one order, each with its own numbers. The pieces of the parts add up to those of the order.',
    },
    length: '1–100',
    example: 'SO1001-1, SO1001-2',
  },
  {
    id: 'orders.merge',
    title: { zh: '合单', en: 'Merge' },
    fill: {
      zh: '同一收货人的几票订单装在一个包裹里时，合成一票申报，以第一票的单号申报。',
      en: 'Orders of one consignee in one parcel become one declared order under the number of the first.',
    },
  },
]
