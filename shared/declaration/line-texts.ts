/** Words of the faults found when the lines of an order are chosen. */
export const lineTexts = {
  nothing: {
    rule: 'build-nothing-to-declare',
    message: {
      zh: '订单没有可申报的商品行（运费、折扣、杂费、退货和不申报的赠品不进清单）',
      en: 'The order has no line to declare (freight, discounts, fees, returns and gifts left out do not reach a list)',
    },
    fix: {
      zh: '核对行类别；确实没有货物的订单不用申报',
      en: 'Check the classes of the lines; an order without goods is not declared',
    },
  },
  discountTooBig: {
    rule: 'build-discount',
    message: {
      zh: '卖家折扣大于商品金额，FOB 为负',
      en: 'The seller’s discounts exceed the goods, so FOB would be negative',
    },
    fix: {
      zh: '核对折扣是否含运费优惠，或是否重复计入；更正导入对照后重新导入',
      en: 'Check whether the discount covers freight or is counted twice; correct the mapping and import again',
    },
  },
  noFairPrice: {
    rule: 'build-gift-price',
    message: {
      zh: '赠品没有公允价，清单中不得以 0 元申报',
      en: 'The gift has no fair price; nothing may be declared at 0.00',
    },
    fix: {
      zh: '在商品资料填写赠品公允价和币制，或将此赠品设为不申报（实物不随货）',
      en: 'Fill in fair price and currency in the goods master, or set the gift to be left out (not shipped)',
    },
  },
  fairCurrency: {
    rule: 'build-gift-currency',
    message: {
      zh: '赠品公允价的币制与订单不同',
      en: 'The fair price of the gift is in another currency than the order',
    },
    fix: {
      zh: '按订单币制维护公允价；不同币制之间不自动折算',
      en: 'State the fair price in the order’s currency; nothing is converted silently',
    },
  },
} as const
