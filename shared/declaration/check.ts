import type { CodeBook } from '../codes/book'
import { validateDossier } from '../ceb/dossier'
import type { Fault } from '../ceb/fault'
import { tableOf } from '../ceb/tables'
import { validateDocument } from '../ceb/validate'
import type { DeclarationList } from '../model/list'
import { maskText } from '../model/mask'
import type { BuildFault, FaultSource } from './build-fault'
import type { Dossier } from './derive/dossier'
import { sourceOf } from './derive/source-of'
import { members, messagesOf, type DossierMessage } from './dossier-messages'

/**
 * The rules over each document and between them; what refuses is kept apart from what only warns.
 * @param documents those that are transmitted; `compared` are those that must agree with each other
 */
export function checkDossier(
  documents: DeclarationList['documents'],
  compared: DeclarationList['documents'],
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
  const keep = (type: DossierMessage, found: Fault) => {
    const fault = isPersonal(type, found.path) ? { ...found, value: maskText(found.value) } : found
    const source = sourceIn(dossier, type, fault.path)
    if (fault.severity === 'refuse') {
      faults.push({ ...fault, document: type, source })
    } else {
      const { path, rule, value, message, fix } = fault
      warnings.push({ document: type, path, rule, value, message, fix, source })
    }
  }
  const messages = messagesOf(dossier.template)
  for (const member of members) {
    const document = documents[member]
    if (!document) continue
    for (const fault of validateDocument(messages[member], document, context)) keep(messages[member], fault)
  }
  const { order, logistics } = compared
  if (order && logistics) {
    for (const fault of validateDossier({ ...compared, order, logistics }, dossier.mode.direction)) {
      keep(fault.path.slice(0, fault.path.indexOf('/')) as DossierMessage, fault)
    }
  }
  return { faults, warnings }
}

/** Whether the element a path ends in names a person: a fault is stored and shown, its value is not. */
function isPersonal(type: DossierMessage, path: string): boolean {
  return tableOf(type).head.byName.get(path.slice(path.lastIndexOf('/') + 1))?.personal === true
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
