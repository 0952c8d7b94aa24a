import type { Text } from '../model/text'

/** What somebody is in cross-border trade; most are several at once. */
export const roles = {
  seller: { zh: '电商企业', en: 'E-commerce company' },
  platform: { zh: '电商平台企业', en: 'Platform' },
  payment: { zh: '支付企业', en: 'Payment institution' },
  logistics: { zh: '物流企业', en: 'Carrier' },
  agent: { zh: '代理（报关）企业', en: 'Customs agent' },
  site: { zh: '监管场所经营人', en: 'Operator of a supervised site' },
  service: { zh: '外贸综合服务企业', en: 'Foreign trade service firm' },
  individual: { zh: '个人卖家', en: 'Individual seller' },
} as const satisfies Record<string, Text>
export type Role = keyof typeof roles
export const roleIds = Object.keys(roles) as [Role, ...Role[]]

/** Who takes part in a filing and holds a version of it. */
export const authorities = {
  customs: { zh: '海关', en: 'Customs' },
  tax: { zh: '税务', en: 'Tax' },
  forex: { zh: '外汇', en: 'Foreign exchange' },
  market: { zh: '市场监管', en: 'Market supervision' },
  bank: { zh: '银行', en: 'Bank' },
  logistics: { zh: '物流', en: 'Logistics' },
} as const satisfies Record<string, Text>
export type Authority = keyof typeof authorities
export const authorityIds = Object.keys(authorities) as [Authority, ...Authority[]]

/** 监管方式 that somebody files for. */
export const filingModes = ['9610', '1210', '1239', '9710', '9810', '0110', '1039'] as const
export type FilingMode = (typeof filingModes)[number]
