/** Words of the faults and remarks of retail import. */
export const retailTexts = {
  currency: {
    rule: 'import-currency',
    message: {
      zh: '零售进口的订单、支付和运费只能是人民币（142）',
      en: 'Retail import is in CNY (142) only',
    },
    fix: {
      zh: '按人民币的成交和支付数据重新导入；不折算',
      en: 'Import the figures in CNY again; nothing is converted here',
    },
  },
  exportOrder: {
    rule: 'import-order-export',
    message: {
      zh: '这是出口订单，不能按零售进口申报',
      en: 'This order is an export; it is no retail import',
    },
    fix: {
      zh: '用「进口订单」模板导入的订单才有订购人和税款；或改用出口的模板',
      en: 'Import it with the template of import orders, or choose a template of export',
    },
  },
  importOrder: {
    rule: 'import-order-import',
    message: {
      zh: '这是进口订单，不能按出口申报',
      en: 'This order is an import; it cannot be declared as an export',
    },
    fix: { zh: '改用零售进口（9610、1210）的模板', en: 'Choose a template of retail import (9610, 1210)' },
  },
  merged: {
    rule: 'import-merge',
    message: {
      zh: '零售进口一单一付一运单，不能合单',
      en: 'Retail import has one payment and one waybill for each order, so orders are not merged',
    },
    fix: { zh: '撤销合单，各订单分别申报', en: 'Undo the merge and declare each order by itself' },
  },
  severalWaybills: {
    rule: 'import-waybills',
    message: {
      zh: '零售进口一份清单只有一个运单，这个订单有几个',
      en: 'A list of retail import has one waybill, and this order has several',
    },
    fix: {
      zh: '由平台拆成各自支付的订单；多余的运单取消对碰',
      en: 'Let the platform split it into orders paid one by one, or take the wrong waybill off it',
    },
  },
  tooManyLines: {
    rule: 'import-lines',
    message: { zh: '进口清单最多 99 项商品', en: 'A list of import has at most 99 lines' },
    fix: {
      zh: '由平台拆成各自支付的订单',
      en: 'Let the platform split it into orders paid one by one',
    },
  },
  severalPayments: {
    rule: 'import-payments',
    message: {
      zh: '零售进口一个订单只有一份支付单，这个订单有几笔支付',
      en: 'An order of retail import has one payment, and this one has several',
    },
    fix: { zh: '核对支付记录，只留实际支付的一笔', en: 'Check the payments and keep the one that was made' },
  },
  noPayment: {
    rule: 'import-payment-missing',
    message: {
      zh: '支付单由本企业传输，但这个订单没有支付记录',
      en: 'The payment is transmitted by this company, and the order has none',
    },
    fix: {
      zh: '导入支付记录；由支付企业传输的，在「谁传输」里改为支付企业',
      en: 'Import the payment, or say under Who transmits that the payment company does',
    },
  },
  copNo: {
    rule: 'import-cop-no',
    message: {
      zh: '进口清单的企业内部编号最多 20 个字符，本企业的前缀和工位代码太长',
      en: 'The own number of a list of import has at most 20 characters; prefix and desk are too long',
    },
    fix: { zh: '在企业资料中缩短编号前缀', en: 'Shorten the prefix of own numbers of the enterprise' },
  },
  overOrder: {
    rule: 'import-limit-order',
    message: {
      zh: '完税价格超过单次交易限值，且不是只有一件商品的订单',
      en: 'Worth more than one order may be, and not an order of a single article',
    },
    fix: {
      zh: '不能拆分成几份清单来规避；按一般贸易申报。完税价格按商品、运费、保费合计（口径待确认）',
      en: 'It may not be divided to stay below; declare it as general trade (value as we understand it: unconfirmed)',
    },
  },
  oneArticle: {
    rule: 'import-limit-one-article',
    message: {
      zh: '超过单次交易限值，但订单只有一件商品：可按零售进口申报，关税、增值税、消费税全额征收，计入年度总额（口径待确认）',
      en: 'Above the limit of an order, but a single article: it may come in with duty and taxes in full and counts for the year (unconfirmed)',
    },
    fix: {
      zh: '确认商品不可分割、订单下仅此一件，并向主管海关核实',
      en: 'Make sure that it is one indivisible article, and ask the customs in charge',
    },
  },
  overYear: {
    rule: 'import-limit-year',
    message: {
      zh: '连同本书已知的今年购买，这位订购人已超过个人年度限值（本书已知部分是下限）',
      en: 'With what this book knows of this year the buyer is over the yearly limit (a lower bound)',
    },
    fix: {
      zh: '海关按其系统的累计决定（退单代码1313）；退货会恢复额度。超过的按一般贸易申报',
      en: 'Customs decides by its own total (1313); returned goods are given back. Beyond it: general trade',
    },
  },
  payer: {
    rule: 'import-payer',
    message: {
      zh: '支付人与订购人不是同一人',
      en: 'The payer is not the buyer',
    },
    fix: {
      zh: '订购人身份未经认证的，支付人应为订购人；经国家认可来源核验的除外（口径待确认）',
      en: 'They must be one where the buyer’s identity was not verified with a state source (unconfirmed)',
    },
  },
  positiveList: {
    rule: 'import-positive-list',
    message: {
      zh: '本机的正面清单未收录这个商品编码（表不完整，按原值申报）',
      en: 'The positive list here does not have this HS code (the table is incomplete; declared as it is)',
    },
    fix: {
      zh: '核对现行《跨境电子商务零售进口商品清单》及其备注；可在代码表导入该清单',
      en: 'Check the list of goods of retail import and its notes; it can be imported under code tables',
    },
  },
} as const
