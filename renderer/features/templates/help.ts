import { elementOf } from '#shared/declaration/master-check'
import type { Text } from '#shared/model/text'
import { elementHelp } from '../../app/field-help'
import type { FieldHelp, HelpCard } from '../../app/help'
import { labelOf, templateFields, type TemplateField } from './fields'

type More = Partial<Omit<FieldHelp, 'id' | 'title'>>

const partyRefusal: Text = {
  zh: '代码与登记名称不一致，或企业未在海关备案',
  en: 'Code and registered name differ, or the company is not registered with customs',
}

/** Examples, and what customs or the single window commonly refuses. */
const more: Partial<Record<TemplateField, More>> = {
  customsCode: {
    example: '2907',
    refusal: { zh: '与出口口岸、监管场所不属同一申报地', en: 'Does not fit the port or the supervised site' },
  },
  portCode: { example: '2907' },
  loctNo: { refusal: { zh: '同一海关有多个场所时漏填', en: 'Left out where one office has several sites' } },
  trafMode: { example: '5' },
  ebpCode: { refusal: partyRefusal },
  payCode: { refusal: partyRefusal },
  logisticsCode: {
    example: '3305980001',
    refusal: {
      zh: '与运单申报企业不一致，清单查不到运单',
      en: 'Differs from the declarant of the waybill, which is then not found',
    },
  },
  ownerCode: { example: 'NO', refusal: partyRefusal },
  emsNo: {
    fill: {
      zh: '区内企业的保税账册编号，清单据此核扣；只有 1210 填',
      en: 'The account book of the zone company from which the list is drawn; 1210 only',
    },
    refusal: {
      zh: '账册编号与区内企业不符，或商品没有备案料号',
      en: 'Not the book of that company, or goods without their number in it',
    },
  },
  iacCode: { refusal: partyRefusal },
  warehouseCountry: {
    fill: {
      zh: '海外仓所在国，3 位海关代码；订仓单没写运抵国时用它，写了别的国家会被拦下。海外仓备案自 2024-12-15 起不再需要',
      en: 'Country the warehouse stands in; bookings that name none go there, others are stopped. Filing the warehouse is not needed since 2024-12-15',
    },
    example: '502',
  },
  assureCode: {
    fill: {
      zh: '零售进口为税款担保的企业：平台、电商企业或物流企业之一的海关编码，须是本清单的参与企业',
      en: 'Who guarantees the tax of a retail import: platform, seller or carrier of the list, by customs code',
    },
    example: '3305960008',
    refusal: {
      zh: '担保企业不是本清单的参与企业，或担保额度不足',
      en: 'Not a party of the list, or too little guarantee left',
    },
  },
  departureCountry: {
    fill: {
      zh: '直购进口（9610）货物实际起运的国家，3 位海关代码；网购保税（1210）固定为 142，不用填',
      en: 'Where the goods of a direct purchase (9610) really set out, customs number; 1210 is always 142',
    },
    example: '116',
  },
  tradeCountry: {
    fill: {
      zh: '与境外卖方（签订买卖的一方）所在国，3 位海关代码；不清楚可不填',
      en: 'Country of the seller abroad, customs number; may be left empty',
    },
    example: '116',
  },
  trafNo: {
    fill: {
      zh: '直购进口（9610）运输工具的编号：航空器注册号、车牌或船名编号；运单文件写了的以文件为准',
      en: 'Registration of the plane, truck or vessel of a direct purchase (9610); a waybill file that says it comes first',
    },
    example: 'B-1234',
  },
  voyageNo: {
    fill: {
      zh: '直购进口（9610）航班号或航次；运单文件写了的以文件为准',
      en: 'Flight or voyage of a direct purchase (9610); a waybill file that says it comes first',
    },
    example: 'CA901',
  },
  billNo: {
    fill: {
      zh: '直购进口（9610）提运单（总运单）号；运单文件或称重装袋表写了的以它们为准',
      en: 'Master bill of a direct purchase (9610); files that say it come first',
    },
    example: '999-12345675',
  },
  ieDate: {
    fill: {
      zh: '货物进境的日期，8 位；还不知道到货日期可不填。每批不同，用完记得改',
      en: 'Day the goods entered, 8 digits; may be empty while it is not known. Differs with every consignment',
    },
    example: '20260401',
  },
  wrapType: { example: '2' },
  freight: {
    example: '3.00',
    refusal: { zh: '标志为率时填了金额', en: 'An amount where the mark says rate' },
  },
  fCurrency: {
    example: '502',
    refusal: { zh: '填了字母 USD，应为三位数字', en: 'Letters (USD) instead of three digits' },
  },
  iCurrency: { example: '502' },
}

const own: Partial<Record<TemplateField, More & { fill: Text }>> = {
  name: {
    fill: {
      zh: '只在本机使用，能认出线路即可，如「湖州空运 Shopify」',
      en: 'Used on this computer only; name the flow',
    },
  },
  tradeMode: {
    fill: {
      zh: '9610 零售出口；1210 特殊区域（保税）零售出口，要填账册和区内企业；9710 卖给境外企业；9810 发往海外仓；直购进口、网购保税进口是零售进口的 9610、1210。拿不准时在订单点「选择申报方式」',
      en: '9610 retail; 1210 retail from a bonded zone, with account book and zone company; 9710 to companies abroad; 9810 to a warehouse abroad; direct purchase and bonded import are 9610 and 1210 of retail import. In doubt use Choose the mode, in the orders',
    },
    length: '4',
    refusal: {
      zh: '订单类型与贸易方式不匹配；9710、9810 单票超过 5000 元仍用清单',
      en: 'Order type and mode do not fit; a 9710 or 9810 list above CNY 5,000',
    },
    source: {
      zh: '海关跨境统一版报文规范 2022-05 tradeMode；公告2020-75、2021-47',
      en: 'Customs cross-border message specification 2022-05, tradeMode; Announcements 2020-75, 2021-47',
    },
  },
  statisticsFlag: {
    fill: {
      zh: 'A 简化申报，B 汇总申报；选「按商品资料」时由商品逐个决定',
      en: 'A simplified, B summary; or as each record of the goods master says',
    },
    refusal: { zh: '一票中 A、B 商品混装', en: 'A and B goods in one list' },
  },
}

const importOnly = new Set<TemplateField>([
  ...(['assureCode', 'departureCountry', 'tradeCountry'] as const),
  ...(['trafNo', 'voyageNo', 'billNo', 'ieDate'] as const),
])

function helpOf(field: TemplateField): FieldHelp {
  const id = `templates.${field}`
  const mine = own[field]
  if (mine) return { id, title: labelOf(field), ...mine }
  const element = elementOf('template', field)!
  const message = importOnly.has(field) ? 'CEB621' : field.startsWith('pay') ? 'CEB403' : 'CEB603'
  return elementHelp(id, labelOf(field), message, element, more[field])
}

export const fields: readonly FieldHelp[] = [
  ...templateFields.map(helpOf),
  {
    id: 'templates.ports',
    title: labelOf('ports'),
    fill: {
      zh: '每行一个运抵国和它的指运港；运抵国可写代码、ISO 字母或中英文名称，* 表示其余国家。可从 Excel 粘贴两列',
      en: 'One country and its port a row; by code, letters or name, * for all others. Two columns of Excel may be pasted',
    },
    length: '3–4',
    codeTable: {
      zh: '港口代码表；用哪一版代码口径待确认',
      en: 'Ports; which edition is meant is not confirmed',
    },
    example: '502 → 000',
    source: {
      zh: '海关跨境统一版报文规范 2022-05，CEB603 POD',
      en: 'Customs cross-border message specification 2022-05, CEB603 POD',
    },
  },
]

export const cards: readonly HelpCard[] = [
  {
    id: 'templates-first',
    room: 'templates',
    title: { zh: '第一批清单（一）：申报参数模板', en: 'First lists (1): declaration template' },
    steps: [
      {
        zh: '打开「申报参数模板」，演练账套点「用现成的演练模板」；正式账套点「新建模板」',
        en: 'Open Declaration templates; in a practice book choose the ready-made one, in a real book a new one',
      },
      {
        zh: '逐项填写，Enter 到下一项；不清楚的项按 F1',
        en: 'Fill in field by field, Enter goes on; F1 explains a field',
      },
      { zh: '在「运抵国→指运港」表中至少填一行 *', en: 'Give at least the row * in the table of ports' },
      { zh: '点「保存」。第一个模板自动成为默认模板', en: 'Save. The first template is the default' },
    ],
  },
]
