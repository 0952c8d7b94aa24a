import type { FieldHelp, HelpCard } from '../../app/help'
import { modeCard, modeFields } from './mode-help'

export const cards: readonly HelpCard[] = [
  modeCard,
  {
    id: 'orders.split-merge',
    room: 'orders',
    title: { zh: '拆单合单', en: 'Splitting and merging orders' },
    steps: [
      {
        zh: '合单：同一收货人的几票订单共用一个运单时，「三单对碰」上方有提示。点「查看并合单」，核对每一行，点「合单」。它们用最早一票的订单号申报，原订单号都保留。',
        en: 'Merging: when orders of one consignee share a waybill, Matching says so on top. Press Look and merge, check each row, press Merge. They are declared under the number of the oldest; every original number is kept.',
      },
      {
        zh: '装在一个包裹里、文件没有写明的：打开「订单」，勾选这些订单，点「合单」。收货人、地址、运抵国、币制、平台和店铺必须相同。',
        en: 'Orders in one parcel of which the files do not say so: tick them under Orders and press Merge. Consignee, address, country, currency, platform and shop must be equal.',
      },
      {
        zh: '合错了，点提示里的「撤销」；过后双击这票订单，点「取消合单」。',
        en: 'A wrong merge is undone in the notice; later by a double click on the order and Undo the merge.',
      },
      {
        zh: '拆单：一票订单有几个运单，或商品超过 100 行时，生成清单会自动拆成「原单号-1」「原单号-2」…，数量、金额和运费合计分毫不差。',
        en: 'Splitting: an order with several waybills or more than 100 lines becomes number-1, number-2 … when its lists are built; quantities, amounts and freight add up exactly.',
      },
      {
        zh: '要自己决定怎么拆：双击订单，点「拆单」，填其余各份的件数，第一份自动留下剩余的，点「按此拆单」。做错了再点「拆单」，点「取消拆单」。已有清单的先作废清单。',
        en: 'To decide yourself: double click the order, press Split, give the pieces of the other parts (the first keeps the rest), press Split like this. Undo it under Split with Undo the split. Void its list first when there is one.',
      },
      {
        zh: '生成后，在「清单」的「全部清单」点「粘贴号码」，用原订单号能找到拆出的每一份和合成的那一份。',
        en: 'After building, press Paste numbers under Lists, All lists: the original number finds every part and the merged list.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  ...modeFields,
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
