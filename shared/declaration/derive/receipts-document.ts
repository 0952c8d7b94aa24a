import { shanghaiTime } from '../../time/shanghai'
import { derivation, type Derivation } from './derivation'
import type { Dossier } from './dossier'
import { enterprise, platform, submission } from './submission'

/** CEB403 收款单: what was received for the order, in the currency in which it came. */
export const receiptsHead: readonly Derivation<Dossier>[] = [
  ...submission('receipts'),
  ...platform,
  ...enterprise,
  derivation('orderNo', 'order.orderNo', ({ order }) => order.orderNo),
  derivation('payCode', 'template.payCode', ({ template, payment }) => payment?.payCode ?? template.payCode),
  derivation('payName', 'template.payName', ({ template, payment }) => payment?.payName ?? template.payName),
  derivation('payNo', 'payment.paymentNo', ({ payment }) => payment?.paymentNo),
  derivation('charge', 'payment.amount', ({ payment }) => payment?.amount),
  derivation('currency', 'payment.currency', ({ codes }) => codes.payment),
  derivation('accountingDate', 'payment.paidAt', ({ payment }) =>
    payment?.paidAt === undefined ? undefined : shanghaiTime(payment.paidAt),
  ),
]
