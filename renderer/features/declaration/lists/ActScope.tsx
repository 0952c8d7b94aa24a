import { Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCodeBook } from '../../../components/useCodeBook'
import { groupDigits, showAmount } from '../../../components/numbers'
import type { Totals } from '../../../data/port'
import { shownCurrency } from '../codes'

/** How much an act is about: count, pieces, weights, and the amount of each currency. */
export function ActScope({ totals }: { totals: Totals }) {
  const { t } = useTranslation('declaration')
  const codes = useCodeBook()
  const { documents, pieces, grossWeight, netWeight, amounts } = totals
  const items = [
    { key: 'count', label: t('scope.count'), children: groupDigits(String(documents)) },
    { key: 'pieces', label: t('scope.pieces'), children: groupDigits(pieces) },
    { key: 'gross', label: t('scope.gross'), children: `${groupDigits(grossWeight)} kg` },
    { key: 'net', label: t('scope.net'), children: `${groupDigits(netWeight)} kg` },
    ...Object.entries(amounts).map(([currency, amount]) => ({
      key: currency,
      label: shownCurrency(codes, currency),
      children: showAmount(amount, currency),
    })),
  ]
  return <Descriptions bordered size="small" column={2} items={items} className="act-scope" />
}
