import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isZero } from '#shared/money/decimal'
import { useBook } from '../../../app/book'
import { everyRow } from '../../../app/list/pages'
import { useQueryState } from '../../../app/useQuery'
import { showAmount } from '../../../components/numbers'
import type { ForexMovementRow } from '../../../data/port'

/** As many as a person reads through; the others are written by their number. */
const listed = 20

/** Inflows of an account that are not used up when money leaves it, the oldest first, to be taken into what is written. */
export function Inflows({ outflow, onAdd }: { outflow: ForexMovementRow; onAdd: (row: string) => void }) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { account, currency, day } = outflow
  const { value = [] } = useQueryState(async () => {
    const where = [
      { column: 'account', is: 'in' as const, values: [account] },
      { column: 'currency', is: 'in' as const, values: [currency] },
      { column: 'day', is: 'between' as const, to: day },
      { column: 'rest', is: 'filled' as const },
    ]
    const sort = { column: 'day' as const }
    const rows = await everyRow((offset, limit) =>
      port.forexPage({ table: 'movements', filter: { where }, sort, offset, limit }),
    )
    return rows.filter(({ rest }) => !isZero(rest))
  }, `${account} ${currency} ${day}`)
  if (value.length === 0) return null
  return (
    <section aria-label={t('tie.open')}>
      <b>{t('tie.open')}</b>
      <ul className="face-list">
        {value.slice(0, listed).map(({ id, no, day: since, kind, rest }) => (
          <li key={id}>
            {since} {no} {t(`movementKind.${kind}`)} {t('tie.rest', { rest: showAmount(rest, currency) })}{' '}
            <Button
              size="small"
              type="link"
              aria-label={t('tie.addOf', { no })}
              onClick={() => onAdd(`${no} ${rest}`)}
            >
              {t('tie.add')}
            </Button>
          </li>
        ))}
      </ul>
      {value.length > listed && (
        <p className="face-note">{t('tie.moreOpen', { count: value.length - listed })}</p>
      )}
    </section>
  )
}
