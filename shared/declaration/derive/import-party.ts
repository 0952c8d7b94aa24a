import { derivation, type Derivation } from './derivation'
import type { Dossier } from './dossier'

/** The customs number of the yuan, the only currency of retail import. */
export const YUAN = '142'

/** The buyer, the same in order and 清单, as customs compares them. */
export const importBuyer: readonly Derivation<Dossier>[] = [
  derivation('buyerName', 'order.buyerName', ({ order }) => order.retail?.buyer.name),
  derivation('buyerTelephone', 'order.buyerPhone', ({ order }) => order.retail?.buyer.phone),
  derivation('buyerIdType', 'order.buyerIdType', ({ order }) => order.retail?.buyer.idType),
  derivation('buyerIdNumber', 'order.buyerIdNumber', ({ order }) => order.retail?.buyer.idNumber),
]

/** The payment company as its file names it, else as the template does; the same in order and 支付单. */
export const importPayCode = ({ payment, template }: Dossier) => payment?.payCode || template.payCode
export const importPayName = ({ payment, template }: Dossier) =>
  payment?.payCode && payment.payCode !== template.payCode ? payment.payName : template.payName
