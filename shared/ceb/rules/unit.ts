import { cmp } from '../../money/decimal'
import type { MessageType } from '../message'
import { isNothing, numberOf, textOf } from './number'
import type { DocumentRule } from './rule'

const on: readonly MessageType[] = ['CEB603', 'CEB621', 'CEB213']

const sameUnit: DocumentRule = {
  id: 'unit-quantity',
  on,
  severity: 'refuse',
  source: '清单审核：单位相同则数量相同',
  message: {
    zh: '成交单位与{which}都是{unit}，数量却是{qty}和{other}',
    en: 'The deal unit and {which} are both {unit}, yet the quantities are {qty} and {other}',
  },
  fix: { zh: '改为相同数量，或核对单位', en: 'Make the quantities equal, or check the units' },
  check(_head, lines, report) {
    lines.forEach((line, at) => {
      const qty = numberOf(line, 'qty')
      for (const which of ['1', '2']) {
        const other = numberOf(line, `qty${which}`)
        const unit = textOf(line, 'unit')
        if (!unit || unit !== line[`unit${which}`] || qty === undefined || other === undefined) continue
        if (cmp(qty, other) !== 0) {
          report({ field: `qty${which}`, line: at }, other, { which: `unit${which}`, unit, qty, other })
        }
      }
    })
  },
}

const secondUnit: DocumentRule = {
  id: 'second-unit',
  on,
  severity: 'refuse',
  source: '清单审核：第二单位与第二数量成对且大于0',
  message: {
    zh: '第二数量和第二计量单位须同时填写，且数量大于0',
    en: 'Second quantity and second unit belong together, the quantity above 0',
  },
  fix: {
    zh: '税号有第二法定单位时两项都填，没有时两项都不写',
    en: 'Fill in both when the HS code has a second unit, neither when it has none',
  },
  check(_head, lines, report) {
    lines.forEach((line, at) => {
      const qty = textOf(line, 'qty2')
      const unit = textOf(line, 'unit2')
      if (!qty && unit) report({ field: 'qty2', line: at }, '')
      else if (qty && !unit) report({ field: 'unit2', line: at }, '')
      else if (qty && numberOf(line, 'qty2') && isNothing(qty)) report({ field: 'qty2', line: at }, qty)
    })
  },
}

/** Units and the quantities in them. */
export const unitRules = [sameUnit, secondUnit]
