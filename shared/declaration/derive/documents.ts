import type { CebDocument } from '../../model/list'
import type { DossierMessage } from '../dossier-messages'
import { derive, type Derivation, type LineOf } from './derivation'
import type { Dossier } from './dossier'
import { importInventoryHead, importInventoryLine } from './import-inventory-document'
import { importLogisticsHead } from './import-logistics-document'
import { importOrderHead, importOrderLine } from './import-order-document'
import { importPaymentHead } from './import-payment-document'
import { inventoryHead, inventoryLine } from './inventory-document'
import { logisticsHead } from './logistics-document'
import { orderHead, orderLine } from './order-document'
import { receiptsHead } from './receipts-document'

type Tables = { head: readonly Derivation<Dossier>[]; line?: readonly Derivation<LineOf>[] }

/** How each document of a dossier is derived; the same tables say where each value came from. */
export const derivations: Readonly<Record<DossierMessage, Tables>> = {
  CEB303: { head: orderHead, line: orderLine },
  CEB403: { head: receiptsHead },
  CEB505: { head: logisticsHead },
  CEB603: { head: inventoryHead, line: inventoryLine },
  CEB311: { head: importOrderHead, line: importOrderLine },
  CEB411: { head: importPaymentHead },
  CEB511: { head: importLogisticsHead },
  CEB621: { head: importInventoryHead, line: importInventoryLine },
}

export function deriveDocument(type: DossierMessage, dossier: Dossier): CebDocument {
  const { head, line: table } = derivations[type]
  const values = derive(head, dossier)
  return table
    ? { head: values, lines: dossier.lines.map((line) => derive(table, { dossier, line })) }
    : { head: values }
}
