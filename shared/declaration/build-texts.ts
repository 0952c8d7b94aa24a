/** Words of the faults found while codes are looked up and weights summed. */
export const buildTexts = {
  goodsMissing: {
    rule: 'build-goods-missing',
    message: { zh: '商品资料中没有此货号', en: 'The goods master does not know this SKU' },
    fix: {
      zh: '在「缺商品资料」表补录（可导出 Excel 填写后导入）',
      en: 'Fill it in on the sheet of missing goods (in place or by Excel)',
    },
  },
  currencyUnknown: {
    rule: 'build-currency-code',
    message: { zh: '币制没有海关数字代码', en: 'The currency has no customs number here' },
    fix: {
      zh: '在代码表「币制」中按海关公布补录（标为自增），再生成清单',
      en: 'Add it to the currency table as customs publishes it (marked as added), then build again',
    },
  },
  countryUnspecified: {
    rule: 'build-country-missing',
    message: { zh: '订单没有运抵国', en: 'The order does not say where it goes' },
    fix: { zh: '按运单补填订单的运抵国', en: 'Fill in the country of arrival from the waybill' },
  },
  countryUnknown: {
    rule: 'build-country-unknown',
    message: { zh: '不认识的运抵国写法', en: 'The country of arrival is written in a way that is not known' },
    fix: {
      zh: '在「国别对照」中指定一次，全部订单生效',
      en: 'Say once what it means in the country aliases; all orders follow',
    },
  },
  countryUncoded: {
    rule: 'build-country-code',
    message: {
      zh: '该国家在本机代码表没有海关数字代码',
      en: 'The country has no customs number in the table here',
    },
    fix: {
      zh: '在代码表「国别」中按海关公布补录（标为自增）',
      en: 'Add it to the country table as customs publishes it (marked as added)',
    },
  },
  portMissing: {
    rule: 'build-port',
    message: { zh: '模板没有此运抵国的指运港', en: 'The template has no port of discharge for this country' },
    fix: {
      zh: '在申报参数模板的「运抵国→指运港」中补一行，或填通配 *',
      en: 'Add the country to the ports of the template, or fill in the fallback *',
    },
  },
  statisticsMixed: {
    rule: 'build-statistics-flag',
    message: {
      zh: '一份清单只能是简化(A)或汇总(B)，这些商品两种都有',
      en: 'A list is either simplified (A) or summary (B); these goods are both',
    },
    fix: {
      zh: '手工拆单分开两类商品，或在模板中固定申报业务类型',
      en: 'Split the order by hand, or fix the declaration kind in the template',
    },
  },
  licenceMixed: {
    rule: 'build-licence-mixed',
    message: {
      zh: '一份清单只有一个许可证号，这些商品属于不同的许可证',
      en: 'A list holds one licence number; these goods are under different licences',
    },
    fix: {
      zh: '手工拆单，每个许可证的商品各成一份清单',
      en: 'Split the order by hand, one list for each licence',
    },
  },
  secondUnit: {
    rule: 'build-second-unit',
    message: {
      zh: '有法定第二单位却没有换算数量（或相反）',
      en: 'There is a second statutory unit without a conversion, or a conversion without a unit',
    },
    fix: {
      zh: '在商品资料同时填写或同时清空第二单位及其换算',
      en: 'Fill in or clear both in the goods master',
    },
  },
  weightZero: {
    rule: 'build-weight-zero',
    message: { zh: '净重或毛重为 0', en: 'Net or gross weight is zero' },
    fix: {
      zh: '在商品资料填写单件净重和毛重，或导入运单称重',
      en: 'Fill in the weights in the goods master, or import the weighed waybill',
    },
  },
  netOverGross: {
    rule: 'build-net-over-gross',
    message: { zh: '净重大于毛重', en: 'Net weight is greater than gross weight' },
    fix: {
      zh: '核对运单称重与商品资料的单件净重，更正错的一方',
      en: 'Compare the weighed waybill with the net weights of the goods and correct the wrong one',
    },
  },
  paymentCurrency: {
    rule: 'build-payment-currency',
    message: {
      zh: '收款的币制没有海关数字代码或为空',
      en: 'The currency of the payment is missing or has no customs number',
    },
    fix: {
      zh: '补全收款的币制，或在代码表补录',
      en: 'Complete the payment’s currency, or add it to the currency table',
    },
  },
} as const
