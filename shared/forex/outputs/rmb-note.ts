import { cmp, isZero, sub, sum } from '../../money/decimal'
import { written } from '../amount'
import type { Subject } from '../../model/forex/common'
import type { ReceiptVerdict } from '../receipt-verdict'
import { faultsOf, field, type FormFault, type FormField } from './form'

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
  receivedOn: string
  declared?: DeclaredParts
  /** Expected number of days until the goods of an advance are declared. */
  daysToExport?: string
  exporter?: { name: string; code: string }
  service?: { amount: string; code: string }
  goods: string
  paperUse: string
  filledBy: string
  phone: string
}

export type RmbNote = { creditId: string; fields: FormField[]; faults: FormFault[] }

/**
 * 跨境业务人民币结算收款说明 of a receipt in CNY, from its statement in the pre-check.
 * @returns undefined for other currencies and where no statement was made
 */
export function rmbNote(receipt: ReceiptVerdict, subject: Subject, answers: RmbAnswers): RmbNote | undefined {
  const { rmbStatement: parts, currency, credited } = receipt
  if (currency !== 'CNY' || !parts) return undefined
  const { service, declared = { general: parts.declaredGoods }, exporter } = answers
  const goods = sum([parts.declaredGoods, parts.advance, parts.noCustoms])
  const all = sum([goods, service?.amount ?? '0'])
  const byMode = (Object.keys(partNames) as (keyof DeclaredParts)[]).map((mode) => ({
    mode,
    amount: declared[mode] ?? '0',
  }))
  const modeSum = sum(byMode.map(({ amount }) => amount))
  const yuan = (amount: string) => written(amount, 'CNY')
  const fields = [
    field('receivedOn', ['收款日期', 'Received on'], answers.receivedOn),
    field('payee', ['收款人名称', 'Payee'], subject.name),
    field('organisation', ['组织机构代码', 'Organisation code'], subject.uscc?.slice(8, 17)),
    field('total', ['收款金额合计', 'Total received'], yuan(credited)),
    field('goodsTotal', ['货物贸易金额', 'Goods'], yuan(goods)),
    field('advance', ['其中：预收货款项下', 'Advance'], yuan(parts.advance)),
    field('advanceRatio', ['占合同金额比例 %', 'Share of the contract, %'], parts.advanceRatioPct),
    field('daysToExport', ['预计报关天数', 'Days until declared'], answers.daysToExport),
    field('declared', ['其中：已报关', 'Declared to customs'], yuan(parts.declaredGoods)),
    ...byMode.map(({ mode, amount }) => field(`declared.${mode}`, partNames[mode], yuan(amount))),
    field('exporter', ['报关经营单位', 'Exporter'], exporter && `${exporter.name} ${exporter.code}`),
    field('noCustoms', ['其中：无货物报关项下', 'Without customs declaration'], yuan(parts.noCustoms)),
    field('service', ['服务贸易金额', 'Services'], service && yuan(service.amount)),
    field('serviceCode', ['国际收支编码', 'Code'], service?.code),
    field('goods', ['货物描述', 'Goods'], answers.goods),
    field('paperUse', ['关单使用情况', 'Use of declarations'], answers.paperUse),
    field('filledBy', ['填报人', 'Filled in by'], answers.filledBy),
    field('phone', ['电话', 'Phone'], answers.phone),
  ]
  const faults = faultsOf([
    [
      cmp(all, credited) !== 0,
      'total',
      [
        `各项合计 ${yuan(all)} 不等于收款 ${yuan(credited)}，差 ${yuan(sub(credited, all))}`,
        `The parts make ${yuan(all)}, received were ${yuan(credited)}; difference ${yuan(sub(credited, all))}`,
      ],
      ['核对各项金额', 'Check the parts'],
    ],
    [
      cmp(modeSum, parts.declaredGoods) !== 0,
      'declared',
      [
        `已报关各贸易方式合计 ${yuan(modeSum)} 不等于 ${yuan(parts.declaredGoods)}`,
        `The modes make ${yuan(modeSum)}, declared were ${yuan(parts.declaredGoods)}`,
      ],
      ['核对各贸易方式金额', 'Check the modes'],
    ],
    [
      !isZero(parts.advance) && parts.advanceRatioPct === undefined,
      'advanceRatio',
      ['预收货款没有合同金额，算不出比例', 'An advance without contract amount has no share'],
      ['补合同金额', 'Give the amount of the contract'],
    ],
    [
      !isZero(parts.advance) && (answers.daysToExport ?? '') === '',
      'daysToExport',
      ['预收货款没有预计报关天数', 'An advance without days until declared'],
      ['填写预计多少天后报关', 'Say in how many days it is declared'],
    ],
    [
      !isZero(parts.declaredGoods) && exporter === undefined,
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
