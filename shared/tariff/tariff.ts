import { z } from 'zod'
import { day, decimalText, field } from '../model/field'
import { within } from '../rules/rule'

/**
 * One line of the tariff. Codes have 10 digits in a full table; the table that is shipped has headings of 4 digits, which
 * help to find a place and can never be declared. Units are customs' numbers. Days are inclusive, without `to` it is open.
 */
export const TariffRow = z.strictObject({
  code: field(z.string().regex(/^\d{4}(\d{2}){0,4}$/), 'public', '商品编码', 'HS code'),
  name: field(z.string().min(1), 'public', '商品名称', 'Name'),
  en: field(z.string().optional(), 'public', '英文名称', 'English name'),
  /** 申报要素, as the 规范申报目录 lists them. */
  elements: field(z.string().optional(), 'public', '申报要素', 'Elements to declare'),
  unit1: field(
    z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
    'public',
    '法定第一单位',
    'First statutory unit',
  ),
  unit2: field(
    z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
    'public',
    '法定第二单位',
    'Second statutory unit',
  ),
  /** 监管条件: one letter or digit for each certificate customs asks for. */
  conditions: field(
    z
      .string()
      .regex(/^[0-9A-Za-z]*$/)
      .optional(),
    'public',
    '监管条件',
    'Supervision',
  ),
  /** 检验检疫类别, as `M/N` or `P.R/Q.S`. */
  inspection: field(z.string().optional(), 'public', '检验检疫类别', 'Inspection'),
  /** Rates in per cent. */
  exportDuty: field(decimalText.optional(), 'public', '出口税率', 'Export duty'),
  importDuty: field(decimalText.optional(), 'public', '最惠国税率', 'MFN duty'),
  vat: field(decimalText.optional(), 'public', '增值税率', 'VAT'),
  consumption: field(decimalText.optional(), 'public', '消费税率', 'Consumption tax'),
  from: field(day.optional(), 'public', '生效日期', 'In force from'),
  to: field(day.optional(), 'public', '失效日期', 'In force to'),
})
export type TariffRow = z.infer<typeof TariffRow>

/** A tariff with where it is from. Only absence from a complete one says that a code is gone. */
export type Tariff = {
  edition: string
  source: string
  complete: boolean
  rows: readonly TariffRow[]
}

/** What the tariff says on a day. */
export const tariffOn = (tariff: Tariff, on: string): Tariff => ({
  ...tariff,
  rows: tariff.rows.filter(({ from, to }) =>
    within(on, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }),
  ),
})
