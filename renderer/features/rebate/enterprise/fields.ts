import type { RebateEnterprise } from '#shared/model/rebate/enterprise'
import type { Text } from '#shared/model/text'
import type { FieldFault, FieldInput, FormSection, FormValues } from '../../../components/record-form/types'

type Option = { value: string; label: Text }
const option = (value: string, label: Text): Option => ({ value, label })
const choice = (...options: Option[]): FieldInput => ({ kind: 'choice', options })

/** Unanswered is an answer of its own: what is not known is not taken for no. */
const yesNo = choice(
  option('', { zh: '未填', en: 'Not told' }),
  option('yes', { zh: '是', en: 'Yes' }),
  option('no', { zh: '否', en: 'No' }),
)

const field = (key: string, label: Text, input: FieldInput, required = false) => ({
  key,
  label,
  input,
  required,
  helpId: `rebate.enterprise.${key}`,
})

export const enterpriseSections: readonly FormSection[] = [
  {
    key: 'status',
    title: { zh: '企业与备案', en: 'Enterprise and filing' },
    fields: [
      field('name', { zh: '企业名称', en: 'Name' }, { kind: 'text' }),
      field('taxNo', { zh: '纳税人识别号', en: 'Taxpayer number' }, { kind: 'code-text' }, true),
      field(
        'type',
        { zh: '企业类型', en: 'Type' },
        choice(
          option('trading', { zh: '外贸企业', en: 'Trading company' }),
          option('manufacturer', { zh: '生产企业', en: 'Manufacturer' }),
        ),
        true,
      ),
      field(
        'taxpayer',
        { zh: '纳税人类型', en: 'Taxpayer' },
        choice(
          option('', { zh: '未填', en: 'Not told' }),
          option('general', { zh: '一般纳税人', en: 'General' }),
          option('small', { zh: '小规模纳税人', en: 'Small-scale' }),
        ),
      ),
      field('taxpayerHistory', { zh: '纳税人类型变更', en: 'Changes of taxpayer' }, { kind: 'text' }),
      field('rebateFiled', { zh: '已办出口退（免）税备案', en: 'Filed for refunds' }, yesNo),
      field('rebateFiledOn', { zh: '备案日期', en: 'Filed on' }, { kind: 'day' }),
      field('changedOn', { zh: '备案内容变更日期', en: 'Filing changed on' }, { kind: 'day' }),
      field('updatedOn', { zh: '变更备案办结日期', en: 'Change filed on' }, { kind: 'day' }),
      field(
        'method',
        { zh: '备案的退税办法', en: 'Refund method filed' },
        choice(
          option('', { zh: '未填', en: 'Not told' }),
          option('exempt-refund', { zh: '免退税', en: 'Exempt and refund' }),
          option('exempt-credit-refund', { zh: '免抵退税', en: 'Exempt, credit and refund' }),
        ),
      ),
      field(
        'class',
        { zh: '分类管理类别', en: 'Class' },
        choice(
          option('', { zh: '未填', en: 'Not told' }),
          ...['1', '2', '3', '4'].map((one) => option(one, { zh: `${one} 类`, en: one })),
        ),
      ),
      field('paperless', { zh: '无纸化申报', en: 'Files without paper' }, yesNo),
    ],
  },
  {
    key: 'zone',
    title: { zh: '综试区与其他', en: 'Zone and others' },
    fields: [
      field('zoneName', { zh: '综试区', en: 'Zone' }, { kind: 'text' }),
      field('zoneRegistered', { zh: '在综试区注册', en: 'Registered in the zone' }, yesNo),
      field('platformRegistered', { zh: '已在综试区平台登记', en: 'On the zone platform' }, yesNo),
      field('listedManufacturer', { zh: '列名生产企业', en: 'Listed manufacturer' }, yesNo),
      field('marketProcurementFiled', { zh: '市场采购备案', en: 'Filed for market procurement' }, yesNo),
      field('waiverFrom', { zh: '放弃退（免）税起始日期', en: 'Waiver from' }, { kind: 'day' }),
      field(
        'waiverChoice',
        { zh: '放弃后', en: 'After the waiver' },
        choice(
          option('', { zh: '没有放弃', en: 'None' }),
          option('exempt', { zh: '适用免税', en: 'Exempt' }),
          option('taxed', { zh: '适用征税', en: 'Taxed' }),
        ),
      ),
      field('waiverResumedOn', { zh: '恢复日期', en: 'Resumed on' }, { kind: 'day' }),
    ],
  },
]

const told = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no')
/** How a change of taxpayer is written in its one line. */
const historyWords: Readonly<Record<'general' | 'small', Text>> = {
  general: { zh: '一般', en: 'general' },
  small: { zh: '小规模', en: 'small' },
}
const taxpayers = ['general', 'small'] as const
const taxpayerOf = (word: string) =>
  taxpayers.find((one) => word === historyWords[one].zh || word === historyWords[one].en)

/** What the form starts with. `known`: what the book knows of itself. */
export function valuesOf(
  enterprise: RebateEnterprise | undefined,
  known: { name?: string | undefined; taxNo?: string | undefined } = {},
): FormValues {
  const { taxpayerHistory = [], filingChange, zone, waiver } = enterprise ?? {}
  return {
    name: enterprise?.name ?? known.name ?? '',
    taxNo: enterprise?.taxNo ?? known.taxNo ?? '',
    type: enterprise?.type ?? 'trading',
    taxpayer: enterprise?.taxpayer ?? '',
    taxpayerHistory: taxpayerHistory
      .map(({ from, taxpayer }) => `${from} ${historyWords[taxpayer].zh}`)
      .join(', '),
    rebateFiled: told(enterprise?.rebateFiled),
    rebateFiledOn: enterprise?.rebateFiledOn ?? '',
    changedOn: filingChange?.on ?? '',
    updatedOn: filingChange?.updatedOn ?? '',
    method: enterprise?.method ?? '',
    class: enterprise?.class === undefined ? '' : String(enterprise.class),
    paperless: told(enterprise?.paperless),
    zoneName: zone?.name ?? '',
    zoneRegistered: told(zone?.registered),
    platformRegistered: told(enterprise?.platformRegistered),
    listedManufacturer: told(enterprise?.listedManufacturer),
    marketProcurementFiled: told(enterprise?.marketProcurementFiled),
    waiverFrom: waiver?.from ?? '',
    waiverChoice: waiver?.choice ?? '',
    waiverResumedOn: waiver?.resumedOn ?? '',
  }
}

type History = NonNullable<RebateEnterprise['taxpayerHistory']>

/** `2025-01-01 小规模，2026-01-01 一般`; undefined when a part is not of that form. */
export function readHistory(text: string): History | undefined {
  const parts = text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const read = parts.map((part) => {
    const [, from, kind] = /^(\d{4}-\d{2}-\d{2})\s+(\S+)$/.exec(part) ?? []
    const taxpayer = kind === undefined ? undefined : taxpayerOf(kind)
    return from !== undefined && taxpayer ? { from, taxpayer } : undefined
  })
  return read.every((one) => one !== undefined) ? (read as History) : undefined
}

/** The enterprise as the form says it. Only called while nothing refuses the values. */
export function enterpriseOf(values: FormValues): RebateEnterprise {
  const text = (key: string) => (values[key] ?? '').trim()
  const when = <K extends string, V>(key: K, value: V | undefined) =>
    value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, V>)
  const flag = (key: string) => (text(key) === '' ? undefined : text(key) === 'yes')
  const history = readHistory(text('taxpayerHistory')) ?? []
  const waiverChoice = text('waiverChoice')
  return {
    ...when('name', text('name')),
    ...when('taxNo', text('taxNo')),
    type: text('type') === 'manufacturer' ? 'manufacturer' : 'trading',
    ...when('taxpayer', text('taxpayer') as 'general' | 'small' | ''),
    ...(history.length > 0 && { taxpayerHistory: history }),
    ...when('rebateFiled', flag('rebateFiled')),
    ...when('rebateFiledOn', text('rebateFiledOn')),
    ...(text('changedOn') && {
      filingChange: { on: text('changedOn'), ...when('updatedOn', text('updatedOn')) },
    }),
    ...when('method', text('method') as RebateEnterprise['method'] | ''),
    ...when('class', text('class') === '' ? undefined : Number(text('class'))),
    ...when('paperless', flag('paperless')),
    ...(text('zoneRegistered') && {
      zone: { registered: text('zoneRegistered') === 'yes', ...when('name', text('zoneName')) },
    }),
    ...when('platformRegistered', flag('platformRegistered')),
    ...when('listedManufacturer', flag('listedManufacturer')),
    ...when('marketProcurementFiled', flag('marketProcurementFiled')),
    ...((waiverChoice === 'exempt' || waiverChoice === 'taxed') && {
      waiver: {
        choice: waiverChoice,
        from: text('waiverFrom'),
        ...when('resumedOn', text('waiverResumedOn')),
      },
    }),
  } as RebateEnterprise
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/
const fault = (field: string, message: Text, fix: Text): FieldFault => ({
  field,
  severity: 'refuse',
  message,
  fix,
})

/** What can be seen of the values alone. */
export function enterpriseFaults(values: FormValues): FieldFault[] {
  const text = (key: string) => (values[key] ?? '').trim()
  const days = ['rebateFiledOn', 'changedOn', 'updatedOn', 'waiverFrom', 'waiverResumedOn']
  return [
    ...(text('taxNo') === ''
      ? [
          fault(
            'taxNo',
            { zh: '必填', en: 'Required' },
            { zh: '填统一社会信用代码', en: 'Give the credit code' },
          ),
        ]
      : []),
    ...days
      .filter((key) => text(key) !== '' && !dayShape.test(text(key)))
      .map((key) =>
        fault(
          key,
          { zh: '日期写法不对', en: 'Not a day' },
          { zh: '写成 年-月-日，如 2026-03-01', en: 'Write year-month-day' },
        ),
      ),
    ...(readHistory(text('taxpayerHistory')) === undefined
      ? [
          fault(
            'taxpayerHistory',
            { zh: '看不懂', en: 'Cannot be read' },
            {
              zh: '每次变更写“日期 一般”或“日期 小规模”，用逗号隔开，如 2025-07-01 小规模，2026-01-01 一般',
              en: 'Write each change as day and general or small, a comma between',
            },
          ),
        ]
      : []),
    ...(text('waiverChoice') !== '' && text('waiverFrom') === ''
      ? [
          fault(
            'waiverFrom',
            { zh: '必填', en: 'Required' },
            { zh: '填放弃声明生效的日期', en: 'Give the first day of the waiver' },
          ),
        ]
      : []),
  ]
}
