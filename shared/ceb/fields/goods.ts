import type { Descriptor } from './descriptor'

const unit = (en: string, zh: string, what: string): Descriptor => ({
  en,
  codes: 'unit',
  meaning: [`${zh}，3位计量单位代码`, `${what}, 3-digit unit code`],
})
const money = (en: string, zh: string, what: string): Descriptor => ({ en, meaning: [zh, what] })
const currency = (en: string, of: readonly [zh: string, en: string]): Descriptor => ({
  en,
  codes: 'currency',
  meaning: [
    `${of[0]}的币制，3位海关代码，如502美元`,
    `Currency of ${of[1]}, 3-digit customs code, 502 is USD`,
  ],
})

/** Elements about goods, quantities and money. */
export const goodsFields = {
  gnum: {
    en: 'Line',
    meaning: ['从1起连续；清单与订单用同一序号', 'From 1 without gaps; list and order use the same number'],
  },
  itemNo: { en: 'SKU', meaning: ['企业自己的货号', 'The seller’s own number of the goods'] },
  itemName: {
    en: 'Seller’s name of the goods',
    meaning: [
      '企业的商品中文名称；汇总后成为退税用的品名，应与采购发票一致',
      'The seller’s Chinese name; after the monthly summary it is the name for the rebate, so it should equal the invoice',
    ],
  },
  itemDescribe: { en: 'Listing text', meaning: ['平台上的商品描述', 'How the platform describes the goods'] },
  itemRecordNo: {
    en: 'Account book item',
    meaning: [
      '保税账册里的备案料号，保税模式必填',
      'Item number in the bonded account book, needed in bonded modes',
    ],
  },
  barCode: {
    en: 'Bar code',
    identifier: 'barCode',
    meaning: ['商品条形码，没有填“无”', 'Bar code of the goods; 无 when there is none'],
  },
  gcode: {
    en: 'HS code',
    identifier: 'gcode',
    meaning: ['10位商品编码：8位税号加2位附加号', '10 digits: tariff line of 8 and suffix of 2'],
  },
  gname: { en: 'Declared name', meaning: ['申报品名', 'The name under which the goods are declared'] },
  gmodel: {
    en: 'Specification',
    meaning: [
      '品牌、规格、成分等，足以归类和审价',
      'Brand, size, ingredients and so on, enough to classify and value the goods',
    ],
  },
  qty: { en: 'Quantity', meaning: ['成交单位的数量', 'Quantity in the deal unit'] },
  qty1: {
    en: 'First statutory quantity',
    meaning: ['按法定第一单位计的数量', 'Quantity in the first statutory unit'],
  },
  qty2: {
    en: 'Second statutory quantity',
    meaning: [
      '税号有第二法定单位时必填且大于0，否则不填',
      'Needed and above 0 when the code has a second unit, else absent',
    ],
  },
  unit: unit('Deal unit', '成交计量单位', 'The unit of the deal'),
  unit1: unit('First statutory unit', '税号的法定第一单位', 'First statutory unit of the HS code'),
  unit2: unit('Second statutory unit', '税号的法定第二单位', 'Second statutory unit of the HS code'),
  price: money('Unit price', '成交单位的单价，出口为FOB', 'Price per deal unit, FOB on exports'),
  totalPrice: money('Total price', '等于数量乘单价', 'Quantity times unit price'),
  currency: currency('Currency', ['金额', 'the amounts']),
  country: {
    en: 'Country',
    codes: 'country',
    meaning: ['3位国别(地区)代码，如502美国', '3-digit country code, 502 is the United States'],
  },
  tradeCountry: {
    en: 'Trading country',
    codes: 'country',
    meaning: ['贸易国(地区)的3位代码', 'The country traded with, 3-digit code'],
  },
  goodsValue: money(
    'Goods value',
    '商品成交金额，不含运费，含非现金抵扣的部分',
    'Value of the goods without freight, the part paid by non-cash discount included',
  ),
  freight: money('Freight', '实际收取的运费，没有填0', 'Freight really charged, 0 when none'),
  fCurrency: currency('Currency of freight', ['运费', 'freight']),
  fFlag: {
    en: 'Freight mark',
    values: ['1', '2', '3'],
    meaning: ['1率，2单价，3总价', '1 rate, 2 per unit, 3 total'],
  },
  insuredFee: money('Insurance', '实际收取的保费，没有填0', 'Insurance really charged, 0 when none'),
  iCurrency: currency('Currency of insurance', ['保费', 'insurance']),
  iFlag: {
    en: 'Insurance mark',
    values: ['1', '2', '3'],
    meaning: ['1率，2单价，3总价', '1 rate, 2 per unit, 3 total'],
  },
  discount: money(
    'Non-cash discount',
    '积分、优惠券等非现金抵扣，没有填0',
    'Points, coupons and the like, 0 when none',
  ),
  taxTotal: money('Tax collected', '预先代扣的税款，没有填0', 'Tax collected in advance, 0 when none'),
  acturalPaid: money(
    'Really paid',
    '商品金额加运费加代扣税款减抵扣，等于支付单金额',
    'Goods value plus freight plus tax less discount; equals the payment',
  ),
  charge: money('Amount received', '为该订单实际收到的金额', 'What was received for the order'),
  amountPaid: money('Amount paid', '等于订单的实际支付金额', 'Equals what the order says was paid'),
  payNo: { en: 'Payment number', meaning: ['支付企业的交易流水号', 'Serial number of the payment'] },
  payTransactionId: {
    en: 'Payment number',
    meaning: ['支付企业唯一的交易流水号', 'Serial number unique at the payment company'],
  },
  payTime: {
    en: 'Time of payment',
    time: 'second',
    meaning: ['付款时间，14位', 'When it was paid, 14 digits'],
  },
  accountingDate: {
    en: 'Received at',
    time: 'second',
    meaning: ['款项到账时间，14位', 'When the money arrived, 14 digits'],
  },
  batchNumbers: { en: 'Batch', meaning: ['商品批次号', 'Batch number of the goods'] },
} satisfies Record<string, Descriptor>
