import type { Field, ValueType } from '#shared/ceb/table'
import type { Text } from '#shared/model/text'
import type { FieldHelp } from './help'

const tables: Partial<Record<string, Text>> = {
  country: { zh: '国别（地区）代码表，3 位数字', en: 'Countries, 3 digits' },
  currency: { zh: '币制代码表，3 位数字', en: 'Currencies, 3 digits' },
  district: { zh: '关区代码表，4 位', en: 'Customs districts, 4 digits' },
  port: { zh: '港口代码表', en: 'Ports' },
  'transport-mode': { zh: '运输方式代码表，1 位', en: 'Modes of transport, 1 character' },
  unit: { zh: '计量单位代码表，3 位', en: 'Units, 3 digits' },
  wrap: { zh: '包装种类代码表（旧版 1 位）', en: 'Packing, old 1-digit edition' },
}

/** `≤ 100`, `10`, `3–4`, or digits of a number. */
function lengthOf(type: ValueType): string {
  if (type.kind === 'decimal') return `≤ ${type.digits - type.places}.${type.places}`
  if (type.kind === 'whole') return `≤ ${type.digits}`
  if (type.min === type.max) return String(type.min)
  return type.min === 0 ? `≤ ${type.max}` : `${type.min}–${type.max}`
}

/** Help on a field that fills an element of a message: what the message's own table says, and what is added here. */
export function elementHelp(
  id: string,
  title: Text,
  message: string,
  element: Field,
  more: Partial<Omit<FieldHelp, 'id' | 'title'>> = {},
): FieldHelp {
  const codes = element.codes && tables[element.codes]
  return {
    id,
    title,
    fill: element.meaning,
    length: lengthOf(element.type),
    ...(codes && { codeTable: codes }),
    source: {
      zh: `海关跨境统一版报文规范 2022-05，${message} ${element.name}`,
      en: `Customs cross-border message specification 2022-05, ${message} ${element.name}`,
    },
    ...more,
  }
}
