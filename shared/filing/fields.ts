import type { Sensitivity } from '../model/field'
import type { Text } from '../model/text'
import * as form from './forms'
import type { Authority, FilingMode, Role } from './roles'

/**
 * One field of the master. `for`: roles that have it, every enterprise when absent. `modes`: 监管方式 without which nobody
 * asks for it. `to`: authorities whose view has it. `optional`: kept and sent where it is there, never missing.
 */
export type PartyFieldRule = {
  label: Text
  sensitivity: Sensitivity
  for?: readonly Role[]
  modes?: readonly FilingMode[]
  to: readonly Authority[]
  optional?: true
  check?: form.FormCheck
}

type More = Partial<Pick<PartyFieldRule, 'for' | 'modes' | 'optional' | 'check'>>
const rule = (
  zh: string,
  en: string,
  to: readonly Authority[],
  more: More & { sensitivity?: Sensitivity } = {},
): PartyFieldRule => ({ label: { zh, en }, sensitivity: 'business', to, ...more })

const all: readonly Authority[] = ['customs', 'tax', 'forex', 'market', 'bank', 'logistics']
const enterprises: readonly Role[] = [
  'seller',
  'platform',
  'payment',
  'logistics',
  'agent',
  'site',
  'service',
]
const person: More & { sensitivity: Sensitivity } = { for: ['individual'], sensitivity: 'personal' }
const bonded: readonly FilingMode[] = ['1210', '1239']

/**
 * Everything a filing consists of, once. Which authority asks for what is put together from the plans and from forms in use
 * and is 口径待确认 (`fieldsBasis`): a field too many in a view is dropped here, in one line.
 */
export const partyFields = {
  uscc: rule('统一社会信用代码', 'Unified social credit code', all, { for: enterprises, check: form.uscc }),
  name: rule('企业名称', 'Name', all, { for: enterprises, check: form.longest(100) }),
  nameEn: rule('英文名称', 'English name', ['customs', 'bank'], {
    for: enterprises,
    optional: true,
    check: form.latin,
  }),
  legalPerson: rule('法定代表人', 'Legal representative', ['customs', 'tax', 'forex', 'market', 'bank'], {
    for: enterprises,
    sensitivity: 'personal',
  }),
  legalPersonId: rule('法定代表人身份证号', 'Identity number of the legal representative', ['bank'], {
    for: enterprises,
    sensitivity: 'personal',
    check: form.residentId,
  }),
  division: rule('注册地区划', 'Division of registration', ['customs', 'tax', 'market'], {
    for: enterprises,
    check: form.division,
  }),
  address: rule('注册地址', 'Address', ['customs', 'tax', 'forex', 'market', 'bank'], { for: enterprises }),
  scope: rule('经营范围', 'Scope of business', ['customs', 'market'], {
    for: ['seller', 'agent', 'service'],
    check: form.tradeScope,
  }),
  contactName: rule('联系人', 'Contact', ['customs', 'tax', 'forex', 'bank', 'logistics'], {
    sensitivity: 'personal',
  }),
  contactPhone: rule('联系电话', 'Phone', ['customs', 'tax', 'forex', 'bank', 'logistics'], {
    sensitivity: 'personal',
    check: form.phone,
  }),
  personName: rule('姓名', 'Name', ['customs', 'forex', 'bank'], person),
  residentId: rule('身份证号', 'Identity number', ['forex', 'bank'], { ...person, check: form.residentId }),

  customsCode: rule('海关编码', 'Customs registration', ['customs', 'tax', 'forex', 'logistics'], {
    for: enterprises,
    check: form.customsCode,
  }),
  customsOffice: rule('注册海关', 'Customs office', ['customs'], { for: enterprises, check: form.digits(4) }),
  dxpId: rule('传输编号', 'DXP id', ['customs'], {
    for: enterprises,
    optional: true,
    check: form.longest(30),
  }),

  taxpayer: rule('纳税人类型', 'Taxpayer', ['tax'], {
    for: ['seller', 'service'],
    check: form.oneOf('general', 'small'),
  }),
  taxOffice: rule('主管税务机关', 'Tax office', ['tax'], { for: ['seller', 'service'] }),
  rebateFiledOn: rule('退（免）税备案日期', 'Filed for refunds on', ['tax'], {
    for: ['seller', 'service'],
    optional: true,
    check: form.aDay,
  }),
  rebateMethod: rule('退税办法', 'Refund method', ['tax'], {
    for: ['seller', 'service'],
    optional: true,
    check: form.oneOf('exempt-refund', 'exempt-credit-refund'),
  }),
  refundClass: rule('退税管理类别', 'Class for refunds', ['tax'], {
    for: ['seller', 'service'],
    optional: true,
    check: form.oneOf('1', '2', '3', '4'),
  }),
  agencyRefund: rule('代办退税备案日期', 'Filed to claim for others on', ['tax'], {
    for: ['service'],
    check: form.aDay,
  }),

  nameListClass: rule('名录分类', 'Class on the name list', ['forex', 'bank'], {
    for: ['seller', 'service'],
    optional: true,
    check: form.oneOf('A', 'B', 'C'),
  }),
  fxOffice: rule('所在地外汇局', 'Foreign exchange office', ['forex'], { for: ['seller', 'service'] }),
  bankName: rule('开户银行', 'Bank', ['tax', 'bank'], { for: ['seller', 'service', 'individual'] }),
  bankAccount: rule('银行账号', 'Account', ['tax', 'bank'], {
    for: ['seller', 'service', 'individual'],
    check: form.account,
  }),
  settlementAccount: rule('外汇结算账户', 'Settlement account', ['forex', 'bank'], {
    for: ['seller', 'individual'],
    optional: true,
    check: form.account,
  }),

  platformName: rule('平台名称', 'Platform', ['customs', 'market'], {
    for: ['seller', 'platform', 'individual'],
    modes: ['9610', '1210', '1239', '9710'],
  }),
  platformUrl: rule('平台网址', 'Address of the platform', ['customs', 'market'], {
    for: ['seller', 'platform', 'individual'],
    modes: ['9610', '1210', '1239', '9710'],
    check: form.url,
  }),
  platformIcp: rule('网站备案号', 'Record of the site', ['market'], { for: ['platform'] }),
  paymentLicence: rule('支付业务许可证编号', 'Payment licence', ['customs', 'forex'], {
    for: ['payment'],
    check: form.paymentLicence,
  }),
  courierLicence: rule('快递业务经营许可证号', 'Courier licence', ['customs', 'logistics'], {
    for: ['logistics'],
  }),
  siteCode: rule('监管场所代码', 'Code of the supervised site', ['customs'], {
    for: ['site'],
    check: form.longest(10),
  }),
  bondedArea: rule('特殊监管区域', 'Bonded area', ['customs', 'tax'], {
    for: ['seller', 'site'],
    modes: bonded,
  }),
  emsNo: rule('账册编号', 'Bonded account book', ['customs'], {
    for: ['seller', 'site'],
    modes: bonded,
    check: form.longest(30),
  }),
  warehouseCountry: rule('海外仓所在国', 'Country of the warehouse', ['customs'], {
    for: ['seller'],
    modes: ['9810'],
    check: form.digits(3),
  }),
  warehouseName: rule('海外仓名称', 'Warehouse', ['customs'], { for: ['seller'], modes: ['9810'] }),
  warehouseAddress: rule('海外仓地址', 'Address of the warehouse', ['customs'], {
    for: ['seller'],
    modes: ['9810'],
  }),
  warehouseKind: rule('海外仓性质', 'Kind of warehouse', ['customs'], {
    for: ['seller'],
    modes: ['9810'],
    check: form.oneOf('own', 'lease', 'platform'),
  }),
  marketNo: rule('市场采购备案号', 'Record of market procurement', ['customs', 'tax', 'market'], {
    for: ['seller', 'agent'],
    modes: ['1039'],
  }),
  marketName: rule('市场集聚区', 'Market', ['customs', 'market'], {
    for: ['seller', 'agent'],
    modes: ['1039'],
  }),
} as const satisfies Record<string, PartyFieldRule>

export type PartyField = keyof typeof partyFields
export const partyFieldIds = Object.keys(partyFields) as [PartyField, ...PartyField[]]
export const fieldRule = (field: PartyField): PartyFieldRule => partyFields[field]

/** Where the list of who asks for what comes from. */
export const fieldsBasis = {
  document: '各综试区实施方案（一次备案、多主体共享）及现行表单',
  article: '',
  strength: 'to-confirm',
} as const
