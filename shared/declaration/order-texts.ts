/** Words of the faults of an order as a whole, of 拆单 and 合单, and of a 清单 whose order is no longer as it was. */
export const orderTexts = {
  notAnOrder: {
    rule: 'build-not-an-order',
    message: { zh: '取消或调整记录不能申报', en: 'A cancellation or adjustment is not declared' },
    fix: { zh: '选择它所对应的订单', en: 'Choose the order it belongs to' },
  },
  incomplete: {
    rule: 'build-order-incomplete',
    message: {
      zh: '订单有行在导入时被拒收，商品不全',
      en: 'Rows of the order were refused on import, so goods are missing',
    },
    fix: {
      zh: '在错误行清单改正这些行后再生成清单',
      en: 'Mend the rows in the error list, then build the list',
    },
  },
  noCurrency: {
    rule: 'build-order-currency',
    message: { zh: '订单没有币制', en: 'The order has no currency' },
    fix: {
      zh: '重新导入并在导入设置中回答该店铺的币制',
      en: 'Import again and answer the currency of the shop in the import settings',
    },
  },
  tooFewPieces: {
    rule: 'split-pieces',
    message: {
      zh: '运单数多于商品件数，无法自动拆单',
      en: 'There are more waybills than pieces, so the order cannot be split automatically',
    },
    fix: {
      zh: '核对运单：同一包裹的多余运单作废，或手工拆单',
      en: 'Check the waybills: void the one too many, or split by hand',
    },
  },
  numberTooLong: {
    rule: 'split-number-length',
    message: {
      zh: '拆单后的订单号超过 60 个字符',
      en: 'The number of a part would exceed 60 characters',
    },
    fix: { zh: '手工拆单并自定较短的编号', en: 'Split by hand with shorter numbers' },
  },
  numberTaken: {
    rule: 'split-number-taken',
    message: { zh: '拆单后的订单号已被另一订单使用', en: 'The number of a part is used by another order' },
    fix: { zh: '手工拆单并自定编号', en: 'Split by hand with numbers of your own' },
  },
  tooFewWaybills: {
    rule: 'split-waybills',
    message: {
      zh: '订单超过 100 项须拆成多份清单，运单数不够',
      en: 'The order has more than 100 lines and needs as many waybills as parts',
    },
    fix: {
      zh: '向物流企业补取运单号，或在企业设置中允许子运单号（口径待确认）',
      en: 'Get more waybill numbers from the carrier, or allow part numbers in the settings (unconfirmed)',
    },
  },
  noWaybill: {
    rule: 'build-waybill-missing',
    message: { zh: '没有运单，不能生成清单', en: 'Without a waybill no list can be built' },
    fix: { zh: '导入运单或手工对碰', en: 'Import the waybill or match it by hand' },
  },
  planDoesNotAddUp: {
    rule: 'split-quantities',
    message: {
      zh: '拆单各份的数量合计与订单不符',
      en: 'The quantities of the parts do not add up to the order',
    },
    fix: { zh: '更正各份数量，使每行合计等于原数量', en: 'Correct the parts so that every line adds up' },
  },
  mergeDiffers: {
    rule: 'merge-differs',
    message: {
      zh: '合单的订单收货人、运抵国、币制、平台或店铺不一致',
      en: 'The orders differ in consignee, country, currency, platform or shop',
    },
    fix: { zh: '只合并同一收货人、同一包裹的订单', en: 'Merge only orders of one consignee in one parcel' },
  },
  mergeTooBig: {
    rule: 'merge-lines',
    message: { zh: '合单后超过 100 项', en: 'Merged they would have more than 100 lines' },
    fix: { zh: '减少合并的订单', en: 'Merge fewer orders' },
  },
  gone: {
    rule: 'rebuild-order-gone',
    message: { zh: '清单的订单已不在账册中', en: 'The order of the list is no longer in the book' },
    fix: { zh: '作废此清单，或重新导入订单', en: 'Void the list, or import the order again' },
  },
  otherParts: {
    rule: 'rebuild-parts',
    message: {
      zh: '订单现在的拆单、合单方式与此清单不同',
      en: 'The order is now split or merged in another way than for this list',
    },
    fix: { zh: '作废此清单后重新生成', en: 'Void this list and build anew' },
  },
} as const
