import { showAmount } from '../../../components/numbers'
import type { ForexCreditRow } from '../../../data/port'

/** How a credit is called where it opens. */
export const creditTitle = ({
  day,
  currency,
  amount,
}: Pick<ForexCreditRow, 'day' | 'currency' | 'amount'>): string =>
  `${day} ${currency} ${showAmount(amount, currency)}`
