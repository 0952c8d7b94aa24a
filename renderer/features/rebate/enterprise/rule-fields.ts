import { unexplainedChanges, type PolicyChoice } from '#shared/rebate/amounts/fx'
import { fxKinds } from '#shared/model/rebate/fx-rate'
import { defaultSettings } from '#shared/model/rebate/claim'
import type { Text } from '#shared/model/text'
import type { FieldFault, FieldInput, FormSection, FormValues } from '../../../components/record-form/types'
import type { FxKind, RebateRules } from '../../../data/port'

const fxNames: Readonly<Record<FxKind, Text>> = {
  centralParity: { zh: '人民币汇率中间价', en: 'Central parity' },
  customs: { zh: '海关计征汇率', en: 'Customs rate' },
  safe: { zh: '外管局折算率', en: 'SAFE rate' },
  bank: { zh: '银行牌价', en: 'Bank quote' },
  ecb: { zh: '欧洲央行（示例汇率）', en: 'ECB (sample rate)' },
}
const options = (...all: [value: string, label: Text][]): FieldInput => ({
  kind: 'choice',
  options: all.map(([value, label]) => ({ value, label })),
})
const field = (key: string, label: Text, input: FieldInput, required = true) => ({
  key,
  label,
  input,
  required,
  helpId: `rebate.rules.${key}`,
})

/** `practice`: the ECB rate makes sample figures and is offered in practice books only. */
export const ruleSections = (practice: boolean): readonly FormSection[] => [
  {
    key: 'fx',
    title: { zh: '汇率口径', en: 'Exchange rates' },
    fields: [
      field(
        'kind',
        { zh: '用哪种汇率', en: 'Which rate' },
        {
          kind: 'choice',
          options: fxKinds
            .filter((kind) => practice || kind !== 'ecb')
            .map((kind) => ({ value: kind, label: fxNames[kind] })),
        },
      ),
      field(
        'policy',
        { zh: '哪一天的汇率', en: 'Of which day' },
        options(
          ['saleDay', { zh: '当日（出口日期）', en: 'Day of export' }],
          ['monthFirst', { zh: '当月 1 日', en: 'First of the month' }],
        ),
      ),
      field('from', { zh: '从哪天起', en: 'From' }, { kind: 'code-text' }),
      field(
        'reason',
        { zh: '12 个月内变更的理由', en: 'Reason of a change inside 12 months' },
        { kind: 'text' },
        false,
      ),
      field(
        'firstDayGap',
        { zh: '1 日没有牌价时（口径待确认）', en: 'When the first has none (unconfirmed)' },
        options(
          ['stop', { zh: '停下，列出缺哪天', en: 'Stop and name the day' }],
          ['next', { zh: '用当月下一个有牌价的日子', en: 'The next day of the month' }],
          ['previous', { zh: '用上一个有牌价的日子', en: 'The last day before' }],
        ),
      ),
    ],
  },
  {
    key: 'bounds',
    title: { zh: '提示界限（企业内部口径）', en: 'Bounds of warnings (house practice)' },
    fields: [
      field('bandFrom', { zh: '换汇成本下限', en: 'Lowest exchange cost' }, { kind: 'decimal' }),
      field('bandTo', { zh: '换汇成本上限', en: 'Highest exchange cost' }, { kind: 'decimal' }),
      field('amountTolerance', { zh: '金额容差', en: 'Tolerance of amounts' }, { kind: 'decimal' }),
      field(
        'invoiceAfterExportDays',
        { zh: '发票晚于出口几天提示', en: 'Days an invoice may follow' },
        {
          kind: 'code-text',
        },
      ),
      field(
        'netWeightTolerance',
        { zh: '净重容差（0.05 = 5%）', en: 'Tolerance of weight (0.05 = 5 %)' },
        {
          kind: 'decimal',
        },
      ),
    ],
  },
  {
    key: 'numbers',
    title: { zh: '编号', en: 'Numbers' },
    fields: [
      field(
        'serialDigits',
        { zh: '关联号序号位数', en: 'Digits of the serial' },
        options(['4', { zh: '4 位', en: '4' }], ['8', { zh: '8 位', en: '8' }]),
      ),
      field(
        'withBatch',
        { zh: '关联号含批次', en: 'With the batch number' },
        options(['yes', { zh: '是', en: 'Yes' }], ['no', { zh: '否', en: 'No' }]),
      ),
    ],
  },
]

const newest = (choices: readonly PolicyChoice[]): PolicyChoice | undefined =>
  [...choices].sort((a, b) => (a.from < b.from ? 1 : -1))[0]

export function ruleValues({ settings, numbers, fx }: RebateRules): FormValues {
  const all = { ...defaultSettings, ...settings }
  const choice = newest(fx.choices)
  return {
    kind: fx.kind,
    policy: choice?.policy ?? 'saleDay',
    from: choice?.from ?? '',
    reason: choice?.reason ?? '',
    firstDayGap: fx.firstDayGap,
    bandFrom: all.exchangeCostBand[0],
    bandTo: all.exchangeCostBand[1],
    amountTolerance: all.amountTolerance,
    invoiceAfterExportDays: String(all.invoiceAfterExportDays),
    netWeightTolerance: all.netWeightTolerance,
    serialDigits: String(numbers.serialDigits),
    withBatch: numbers.withBatch ? 'yes' : 'no',
  }
}

/** Choices with the one of the form: one from the same day replaces it, a later one stands after it. */
function choicesOf(values: FormValues, before: readonly PolicyChoice[]): PolicyChoice[] {
  const text = (key: string) => (values[key] ?? '').trim()
  const next: PolicyChoice = {
    policy: text('policy') === 'monthFirst' ? 'monthFirst' : 'saleDay',
    from: text('from'),
    ...(text('reason') && { reason: text('reason') }),
  }
  return [...before.filter(({ from }) => from !== next.from), next].sort((a, b) => (a.from < b.from ? -1 : 1))
}

export function rulesOf(values: FormValues, before: RebateRules): RebateRules {
  const text = (key: string) => (values[key] ?? '').trim()
  return {
    ...before,
    settings: {
      ...before.settings,
      exchangeCostBand: [text('bandFrom'), text('bandTo')],
      amountTolerance: text('amountTolerance'),
      invoiceAfterExportDays: Number(text('invoiceAfterExportDays')),
      netWeightTolerance: text('netWeightTolerance'),
    },
    numbers: { serialDigits: text('serialDigits') === '4' ? 4 : 8, withBatch: text('withBatch') === 'yes' },
    fx: {
      kind: text('kind') as FxKind,
      choices: choicesOf(values, before.fx.choices),
      firstDayGap: text('firstDayGap') as RebateRules['fx']['firstDayGap'],
    },
  }
}

const numberShape = /^\d+(\.\d+)?$/
const refuse = (field: string, message: Text, fix: Text): FieldFault => ({
  field,
  severity: 'refuse',
  message,
  fix,
})

export function ruleFaults(values: FormValues, before: RebateRules): FieldFault[] {
  const text = (key: string) => (values[key] ?? '').trim()
  const numbers = ['bandFrom', 'bandTo', 'amountTolerance', 'netWeightTolerance']
  const faults = numbers
    .filter((key) => !numberShape.test(text(key)))
    .map((key) =>
      refuse(key, { zh: '不是数', en: 'Not a number' }, { zh: '填数字，如 5.0', en: 'Give a number' }),
    )
  if (!/^\d{1,3}$/.test(text('invoiceAfterExportDays'))) {
    faults.push(
      refuse(
        'invoiceAfterExportDays',
        { zh: '不是天数', en: 'Not a number of days' },
        { zh: '填 0 至 999', en: 'Give 0 to 999' },
      ),
    )
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text('from'))) {
    faults.push(
      refuse(
        'from',
        { zh: '日期写法不对', en: 'Not a day' },
        { zh: '写成 年-月-日，如 2026-01-01', en: 'Write year-month-day' },
      ),
    )
  } else if (unexplainedChanges(choicesOf(values, before.fx.choices)).includes(text('from'))) {
    faults.push(
      refuse(
        'reason',
        { zh: '12 个月内改变折算日须有理由', en: 'A change inside 12 months needs a reason' },
        { zh: '写明理由，或从满 12 个月的日子起改', en: 'Give the reason, or a day 12 months later' },
      ),
    )
  }
  return faults
}
