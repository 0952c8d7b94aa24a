/** Words of the faults of a mode. */
export const modeTexts = {
  simplified: {
    rule: 'build-simplified',
    message: {
      zh: '简化申报（A）的商品不能{what}',
      en: 'Simplified declaration (A) is not for goods that are so: {what}',
    },
    fix: {
      zh: '申报业务类型改为B（汇总），或核对商品资料中的这一项',
      en: 'Declare as B (summary), or check this field of the goods',
    },
  },
  businessList: {
    rule: 'build-business-list',
    message: {
      zh: '货号 {sku} {what}：二手资料称 B2B 出口（9710、9810）的清单只收不涉证、不涉检、不涉税的货物（公告2020-75，口径待确认）',
      en: 'SKU {sku}, {what}: secondary sources say that lists of B2B export (9710, 9810) take only goods free of licence, inspection and tax matters (Announcement 2020-75, not confirmed)',
    },
    fix: {
      zh: '先问主管海关；不收的，在订单点「选择申报方式」改用报关单；要退税的必须用报关单',
      en: 'Ask your customs first; where it is not taken choose a 报关单 under Choose the mode. For a refund a 报关单 is needed',
    },
  },
  licenceNumber: {
    rule: 'build-licence-number',
    message: {
      zh: '货号 {sku} 涉许可证件，商品资料没有许可证号，清单的许可证号是空的',
      en: 'SKU {sku} needs a licence and the goods master has no number, so the list names none',
    },
    fix: {
      zh: '在商品资料填「许可证号」后重新生成；确实不需要的，把「涉许可证件」改为 N',
      en: 'Give its licence number in the goods master and build again; where none is needed set the mark to N',
    },
  },
  listLimit: {
    rule: 'build-business-limit',
    message: {
      zh: 'B2B出口单票超过 5000 元人民币，不能用清单',
      en: 'A B2B consignment above CNY 5,000 cannot go by list',
    },
    fix: {
      zh: '改用报关单申报（在订单点「选择申报方式」）',
      en: 'Declare it by 报关单 (Choose the mode, in the order)',
    },
  },
  limitUnknown: {
    rule: 'build-business-limit-unknown',
    message: {
      zh: '没有此币制的人民币汇率，本机不能核对 5000 元限额',
      en: 'No rate of this currency here, so the limit of CNY 5,000 was not checked',
    },
    fix: {
      zh: '在「选择申报方式」填写汇率后重新生成；或自行核对',
      en: 'Fill in the rate under Choose the mode and build again, or check it yourself',
    },
  },
  warehouse: {
    rule: 'build-warehouse-country',
    message: {
      zh: '订仓单的运抵国与模板的海外仓所在国不同',
      en: 'The booking goes to another country than the warehouse of the template stands in',
    },
    fix: {
      zh: '选用这个海外仓的模板，或更正订单的运抵国',
      en: 'Choose the template of this warehouse, or correct the country of the order',
    },
  },
  byEntry: {
    rule: 'build-by-entry',
    message: {
      zh: '订单定为用报关单申报，不生成清单',
      en: 'The order is to be declared by 报关单, so no list is built',
    },
    fix: {
      zh: '已有草稿的先作废；要改回清单，在订单点「选择申报方式」',
      en: 'Void its draft; to declare it by list choose the mode again in the order',
    },
  },
  noTemplate: {
    rule: 'build-mode-template',
    message: {
      zh: '没有这种贸易方式（或这个方向）的申报参数模板',
      en: 'There is no template of the mode, or of the direction, in which the order is to be declared',
    },
    fix: {
      zh: '在「申报参数模板」新建一个这种贸易方式的模板',
      en: 'Make a template of that mode under Templates',
    },
  },
  manyTemplates: {
    rule: 'build-mode-templates',
    message: {
      zh: '这种贸易方式（或这个方向）有几个模板，都不是默认的',
      en: 'There are several templates of that mode or direction and none is the default',
    },
    fix: {
      zh: '生成清单时选用其中一个，或把其中一个设为默认',
      en: 'Choose one when lists are built, or make one the default',
    },
  },
} as const
