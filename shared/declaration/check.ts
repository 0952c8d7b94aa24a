import type { CodeBook } from '../codes/book'
import { validateDocument } from '../ceb/validate'
import type { DeclarationList } from '../model/list'
import type { BuildFault, FaultSource } from './build-fault'
import type { Dossier } from './derive/dossier'
import { sourceOf } from './derive/source-of'

const messages = { order: 'CEB303', receipts: 'CEB403', logistics: 'CEB505', inventory: 'CEB603' } as const

/** The rules of the messages over each document; what refuses is kept apart from what only warns. */
export function checkDossier(
  documents: DeclarationList['documents'],
  dossier: Dossier,
  codes: CodeBook,
): { faults: BuildFault[]; warnings: NonNullable<DeclarationList['warnings']> } {
  const faults: BuildFault[] = []
  const warnings: NonNullable<DeclarationList['warnings']> = []
  const context = {
    codes,
    practice: dossier.enterprise.book === 'practice',
    today: dossier.appTime.slice(0, 8),
  }
  for (const slot of ['order', 'receipts', 'logistics', 'inventory'] as const) {
    const document = documents[slot]
    if (!document) continue
    const type = messages[slot]
    for (const fault of validateDocument(type, document, context)) {
      if (fault.severity === 'refuse') {
        faults.push({ ...fault, document: type, source: sourceIn(dossier, type, fault.path) })
      } else {
        const { path, rule, value, message, fix } = fault
        warnings.push({ document: type, path, rule, value, message, fix })
      }
    }
  }
  return { faults, warnings }
}

/** The very record an element came from: the SKU of its line, the template, the waybill … */
function sourceIn(dossier: Dossier, document: string, path: string): FaultSource {
  const origin = sourceOf(document, path)
  const { order, template, waybill, payment, enterprise } = dossier
  const line = origin?.line === undefined ? dossier.lines[0] : dossier.lines[origin.line - 1]
  const keys = {
    order: order.orderNo,
    goods: line?.sku ?? '',
    template: template.name,
    waybill: waybill.logisticsNo,
    payment: payment?.paymentNo ?? '',
    enterprise: enterprise.customsCode,
    zone: enterprise.zone,
  }
  const record = origin?.record ?? 'order'
  return { record, key: keys[record], field: origin?.field ?? '' }
}
