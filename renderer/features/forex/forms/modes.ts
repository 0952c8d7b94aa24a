import type { SupervisionMode } from '#shared/model/forex/common'
import type { Text } from '#shared/model/text'

const names: Readonly<Record<SupervisionMode, Text>> = {
  '9610': { zh: '9610 电子商务', en: '9610 E-commerce retail' },
  '9710': { zh: '9710 跨境电商 B2B 直接出口', en: '9710 B2B direct export' },
  '9810': { zh: '9810 跨境电商出口海外仓', en: '9810 Export to a warehouse abroad' },
  '1210': { zh: '1210 保税电商', en: '1210 Bonded e-commerce' },
  '0110': { zh: '0110 一般贸易', en: '0110 Ordinary trade' },
  '1039': { zh: '1039 市场采购', en: '1039 Market procurement' },
  parcel: { zh: '邮快件', en: 'Parcel' },
}

/** How goods left, as the forms of this room offer it. */
export const modeOptions = Object.entries(names).map(([value, label]) => ({ value, label }))
