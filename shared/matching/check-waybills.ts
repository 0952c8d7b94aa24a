import type { Candidates } from './candidates'
import type { OrderFacts } from './facts'
import type { Findings } from './findings'

/** The waybills of one order: there is one, it belongs to this order alone, and no 清单 has used it. */
export function checkWaybills(order: OrderFacts, candidates: Candidates, findings: Findings): void {
  const { waybills } = candidates
  const sure = waybills.filter(({ link }) => link !== 'near')
  for (const { fact } of waybills.filter(({ link }) => link === 'near')) {
    findings.add('waybill-key-differs', 'waybill.orderNo', order.orderNo, fact.orderNo || fact.logisticsNo)
  }
  if (waybills.length === 0 && order.goods)
    findings.add('waybill-missing', 'waybill.orderNo', order.orderNo, '')

  const numbers = new Set(sure.map(({ fact }) => `${fact.logisticsCode}|${fact.logisticsNo}`))
  if (numbers.size > 1) findings.note('several-waybills', { count: numbers.size })

  const told = new Set<string>()
  for (const { fact, sharedWith, declaredBy } of waybills) {
    if (told.has(fact.logisticsNo)) continue
    told.add(fact.logisticsNo)
    const strangers = sharedWith.filter((other) => !candidates.mergedWith.includes(other))
    if (strangers.length) {
      findings.add('waybill-shared', 'waybill.logisticsNo', strangers.join(' '), fact.logisticsNo)
    } else if (candidates.mergedWith.length) {
      findings.note('merged', { orders: candidates.mergedWith.join(' ') })
    }
    for (const copNo of declaredBy) {
      findings.add('waybill-declared', 'list.logisticsNo', fact.logisticsNo, copNo)
    }
  }
}
