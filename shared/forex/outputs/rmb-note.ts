import { cmp, isDecimal, isZero, sub, sum } from '../../money/decimal'
import { written } from '../amount'
import type { Subject } from '../../model/forex/common'
import type { ReceiptVerdict } from '../receipt-verdict'
import type { Overrides } from '../../model/override'
import {
  faultsOf,
  field,
  sourced,
  stated,
  typed,
  withOverrides,
  type FormFault,
  type FormField,
} from './form'
import { fromCreditCode, organisationOf, sourcesFor, type FormOrigins } from './form-sources'

/** How declared goods divide by mode; the parts of the note's own table. */
export type DeclaredParts = Partial<Record<'general' | 'feeding' | 'supplied' | 'border' | 'other', string>>

const partNames = {
  general: ['一般贸易', 'General trade'],
  feeding: ['进料加工', 'Processing with imported materials'],
  supplied: ['来料加工', 'Processing with supplied materials'],
  border: ['边境贸易', 'Border trade'],
  other: ['其他', 'Other'],
} as const satisfies Record<keyof DeclaredParts, readonly [string, string]>

export type RmbAnswers = {
  /** The day of the credit, where nothing else is said. */
  receivedOn?: string
  declared?: DeclaredParts
  /** Expected number of days until the goods of an advance are declared. */
  daysToExport?: string
  exporter?: { name: string; code: string }
  service?: { amount: string; code: string }
  goods: string
  paperUse: string
  filledBy: string
  phone: string
  /** What stands in place of what sources say, by field, with its reason. */
  overrides?: Overrides
}

export type RmbNote = { creditId: string; fields: FormField[]; faults: FormFault[] }

/** What has to be a number for the note to add up. */
const amountIds = ['total', 'goodsTotal', 'advance', 'declared', 'noCustoms']

/**
 * 跨境业务人民币结算收款说明 of a receipt in CNY, from its statement in the pre-check.
 * @param valueDate day of the credit
 * @param origins the records behind it, named beside each field
 * @returns undefined for other currencies and where no statement was made
 */
export function rmbNote(
  receipt: ReceiptVerdict,
  { valueDate }: { valueDate: string },
  subject: Subject,
  answers: RmbAnswers,
  origins: FormOrigins = {},
): RmbNote | undefined {
  const { rmbStatement: parts, currency, credited } = receipt
  if (currency !== 'CNY' || !parts) return undefined
  const { service, declared = { general: parts.declaredGoods }, exporter } = answers
  const goods = sum([parts.declaredGoods, parts.advance, parts.noCustoms])
  const byMode = (Object.keys(partNames) as (keyof DeclaredParts)[]).map((mode) => ({
    mode,
    amount: declared[mode] ?? '0',
  }))
  const yuan = (amount: string) => written(amount, 'CNY')
  const from = sourcesFor(subject, origins)
  // Stated of the receipt in its step, by which it opens.
  const stands = {
    ...from.credit({ zh: '「币种」中的人民币收款构成', en: 'its parts as stated in Currency' }),
    id: 'currency',
  }
  const byParts = (...parts: [zh: string, en: string]) => from.form({ zh: parts[0], en: parts[1] })
  const fields = withOverrides(
    [
      stated(
        'receivedOn',
        ['收款日期', 'Received on'],
        { answer: answers.receivedOn, says: valueDate },
        from.credit(),
      ),
      sourced('payee', ['收款人名称', 'Payee'], subject.name, from.enterprise()),
      sourced(
        'organisation',
        ['组织机构代码', 'Organisation code'],
        organisationOf(subject),
        from.enterprise(fromCreditCode),
      ),
      sourced('total', ['收款金额合计', 'Total received'], yuan(credited), from.credit()),
      sourced(
        'goodsTotal',
        ['货物贸易金额', 'Goods'],
        yuan(goods),
        byParts('预收货款 + 已报关 + 无货物报关', 'advance, declared and without declaration together'),
      ),
      sourced('advance', ['其中：预收货款项下', 'Advance'], yuan(parts.advance), stands),
      sourced(
        'advanceRatio',
        ['占合同金额比例 %', 'Share of the contract, %'],
        parts.advanceRatioPct,
        byParts('预收货款 ÷ 合同金额', 'advance by the contract amount'),
      ),
      typed('daysToExport', ['预计报关天数', 'Days until declared'], answers.daysToExport),
      sourced('declared', ['其中：已报关', 'Declared to customs'], yuan(parts.declaredGoods), stands),
      ...byMode.map(({ mode, amount }) =>
        answers.declared || mode !== 'general'
          ? typed(`declared.${mode}`, partNames[mode], yuan(amount), {
              preset: answers.declared?.[mode] === undefined,
            })
          : field(`declared.${mode}`, partNames[mode], yuan(amount), {
              source: byParts('没有按方式分，全部已报关金额', 'all that was declared, as it was not divided'),
            }),
      ),
      typed('exporter', ['报关经营单位', 'Exporter'], exporter && `${exporter.name} ${exporter.code}`),
      sourced(
        'noCustoms',
        ['其中：无货物报关项下', 'Without customs declaration'],
        yuan(parts.noCustoms),
        stands,
      ),
      typed('service', ['服务贸易金额', 'Services'], service && yuan(service.amount)),
      typed('serviceCode', ['国际收支编码', 'Code'], service?.code),
      typed('goods', ['货物描述', 'Goods'], answers.goods),
      typed('paperUse', ['关单使用情况', 'Use of declarations'], answers.paperUse),
      typed('filledBy', ['填报人', 'Filled in by'], answers.filledBy),
      typed('phone', ['电话', 'Phone'], answers.phone),
    ],
    answers.overrides,
  )
  // What stands in the form is what has to add up, whoever put it there.
  const values = new Map(fields.map(({ id, value }) => [id, value]))
  const amountOf = (id: string): string => {
    const value = values.get(id) ?? ''
    return isDecimal(value) ? value : '0'
  }
  const noNumber = amountIds.find((id) => !isDecimal(values.get(id) ?? ''))
  const [received, declaredGoods, advance] = [amountOf('total'), amountOf('declared'), amountOf('advance')]
  const inGoods = sum([advance, declaredGoods, amountOf('noCustoms')])
  const all = sum([inGoods, service?.amount ?? '0'])
  const modeSum = sum(byMode.map(({ amount }) => amount))
  const faults = faultsOf([
    [
      noNumber !== undefined,
      noNumber ?? '',
      ['金额不是数字', 'The amount is no number'],
      ['填数字，如 1200.00', 'Give a number like 1200.00'],
    ],
    [
      cmp(amountOf('goodsTotal'), inGoods) !== 0,
      'goodsTotal',
      [`货物贸易金额不等于各项合计 ${yuan(inGoods)}`, `Goods are not their parts, ${yuan(inGoods)}`],
      ['核对各项金额', 'Check the parts'],
    ],
    [
      cmp(all, received) !== 0,
      'total',
      [
        `各项合计 ${yuan(all)} 不等于收款 ${yuan(received)}，差 ${yuan(sub(received, all))}`,
        `The parts make ${yuan(all)}, received were ${yuan(received)}; difference ${yuan(sub(received, all))}`,
      ],
      ['核对各项金额', 'Check the parts'],
    ],
    [
      cmp(modeSum, declaredGoods) !== 0,
      'declared',
      [
        `已报关各贸易方式合计 ${yuan(modeSum)} 不等于 ${yuan(declaredGoods)}`,
        `The modes make ${yuan(modeSum)}, declared were ${yuan(declaredGoods)}`,
      ],
      ['核对各贸易方式金额', 'Check the modes'],
    ],
    [
      !isZero(advance) && (values.get('advanceRatio') ?? '') === '',
      'advanceRatio',
      ['预收货款没有合同金额，算不出比例', 'An advance without contract amount has no share'],
      ['补合同金额', 'Give the amount of the contract'],
    ],
    [
      !isZero(advance) && (answers.daysToExport ?? '') === '',
      'daysToExport',
      ['预收货款没有预计报关天数', 'An advance without days until declared'],
      ['填写预计多少天后报关', 'Say in how many days it is declared'],
    ],
    [
      !isZero(declaredGoods) && exporter === undefined,
      'exporter',
      ['已报关没有经营单位名称和代码', 'Declared goods without exporter and code'],
      ['填写报关单上的经营单位', 'Take it from the declaration'],
    ],
    [
      answers.goods.trim() === '',
      'goods',
      ['没有货物描述', 'The goods are not described'],
      ['填写货物', 'Describe them'],
    ],
  ])
  return { creditId: receipt.id, fields, faults }
}
