import type { Text } from '#shared/model/text'
import type { FieldFault, FieldInput, FormSection, FormValues } from '../../../components/record-form/types'
import type { RebateBatchView } from '../../../data/port'

type Period = NonNullable<RebateBatchView['manufacturer']>

const decimal: FieldInput = { kind: 'decimal' }
const field = (key: string, label: Text, input: FieldInput = decimal) => ({
  key,
  label,
  input,
  helpId: 'rebate.manufacturer',
})

/** Figures of the period a manufacturer types once, from its books and its VAT return. */
export const manufacturerSections: readonly FormSection[] = [
  {
    key: 'vat',
    title: { zh: '当期增值税', en: 'VAT of the period' },
    fields: [
      field('outputVat', { zh: '内销销项税额', en: 'Output VAT at home' }),
      field('inputVat', { zh: '进项税额', en: 'Input VAT' }),
      field('carryIn', { zh: '上期留抵', en: 'Credit brought forward' }),
      field('endCredit', { zh: '纳税申报表期末留抵税额', en: 'Credit at the end, of the return' }),
      field('taxPayable', { zh: '纳税申报表应纳税额', en: 'Tax payable, of the return' }),
      field(
        'vatReturnFiled',
        { zh: '当期增值税已申报', en: 'VAT return is filed' },
        {
          kind: 'choice',
          options: [
            { value: '', label: { zh: '未填', en: 'Not told' } },
            { value: 'yes', label: { zh: '是', en: 'Yes' } },
            { value: 'no', label: { zh: '否', en: 'No' } },
          ],
        },
      ),
      field('urbanMaintenanceRate', {
        zh: '城建税税率（0.07、0.05、0.01）',
        en: 'City maintenance tax (0.07, 0.05, 0.01)',
      }),
    ],
  },
  {
    key: 'material',
    title: { zh: '免税购进原材料与上期结转', en: 'Exempt material and brought forward' },
    fields: [
      field('domestic', { zh: '国内免税购进原材料', en: 'Exempt material bought at home' }),
      field('plannedImport', { zh: '手册计划进口总值', en: 'Planned imports of the book' }),
      field('plannedExport', { zh: '手册计划出口总值', en: 'Planned exports of the book' }),
      field('nonCreditableOffset', {
        zh: '上期结转不得免征和抵扣抵减额',
        en: 'Offset of the non-creditable part, forward',
      }),
      field('ecrOffset', { zh: '上期结转免抵退税额抵减额', en: 'Offset of the refundable part, forward' }),
    ],
  },
]

const groups = {
  exemptMaterial: ['domestic', 'plannedImport', 'plannedExport'],
  broughtForward: ['nonCreditableOffset', 'ecrOffset'],
  vatReturn: ['taxPayable', 'endCredit'],
} as const
const plain = ['outputVat', 'inputVat', 'carryIn', 'urbanMaintenanceRate'] as const

export function periodValues(period: Period = {}): FormValues {
  const nested = Object.entries(groups).flatMap(([group, keys]) =>
    keys.map((key) => [
      key,
      (period[group as keyof typeof groups] as Record<string, string> | undefined)?.[key] ?? '',
    ]),
  )
  const { vatReturnFiled } = period
  return Object.fromEntries([
    ...plain.map((key) => [key, period[key] ?? '']),
    ...nested,
    ['vatReturnFiled', vatReturnFiled === undefined ? '' : vatReturnFiled ? 'yes' : 'no'],
  ]) as FormValues
}

/** The period as the form says it, over what the form does not show. */
export function periodOf(values: FormValues, before: Period = {}): Period {
  const text = (key: string) => (values[key] ?? '').trim()
  const next: Record<string, unknown> = { ...before }
  const put = (into: Record<string, unknown>, key: string) => {
    if (text(key) === '') delete into[key]
    else into[key] = text(key)
  }
  for (const key of plain) put(next, key)
  for (const [group, keys] of Object.entries(groups)) {
    const inner = { ...(before[group as keyof typeof groups] as Record<string, unknown> | undefined) }
    for (const key of keys) put(inner, key)
    if (Object.keys(inner).length > 0) next[group] = inner
    else delete next[group]
  }
  if (text('vatReturnFiled') === '') delete next['vatReturnFiled']
  else next['vatReturnFiled'] = text('vatReturnFiled') === 'yes'
  return next as Period
}

export const periodFaults = (values: FormValues): FieldFault[] =>
  Object.entries(values).flatMap(([field, value]): FieldFault[] =>
    field === 'vatReturnFiled' || value.trim() === '' || /^-?\d+(\.\d+)?$/.test(value.trim())
      ? []
      : [
          {
            field,
            severity: 'refuse',
            message: { zh: '不是数', en: 'Not a number' },
            fix: { zh: '填金额，如 1234.56', en: 'Give an amount, as 1234.56' },
          },
        ],
  )
