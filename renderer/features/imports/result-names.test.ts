import { expect, it } from 'vitest'
import { handbookKindWords } from '#shared/import/build/handbooks'
import { remarkRules } from '#shared/import/rules'
import { noteFileKinds } from '#shared/model/import-report'
import { Order } from '#shared/model/order'
import { Payment } from '#shared/model/payment'
import { InvoiceFact } from '#shared/model/rebate/facts'
import { fxKinds } from '#shared/model/rebate/fx-rate'
import en from '../../app/i18n/en/imports.json'
import zh from '../../app/i18n/zh/imports.json'

/** Kinds of record that are written as they are where their file is read. */
const others = [
  ...['waybill', 'weighing', 'goods', 'declaration', 'rate', 'tariff', 'code-change'],
  ...['entry', 'advice', 'statement', 'settlement', 'movement', 'account', 'quote'],
]

it('what an import counts has a name: every kind of record, every remark', () => {
  const kinds = [
    ...[Order, Payment, InvoiceFact].flatMap(({ shape }): readonly string[] => shape.kind.options),
    ...handbookKindWords.map(([kind]) => kind),
    ...fxKinds,
    ...noteFileKinds,
    ...others,
  ]
  for (const words of [zh, en]) {
    const known = Object.keys(words.recordKind)
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([])
    const remarks = Object.entries(words.warning).flatMap(([group, names]) =>
      typeof names === 'string' ? [] : Object.keys(names).map((name) => `${group}.${name}`),
    )
    expect(remarkRules.filter((rule) => !remarks.includes(rule))).toEqual([])
  }
})
