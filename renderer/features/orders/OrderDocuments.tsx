import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { openView } from '../../app/navigation'
import { useQueryState } from '../../app/useQuery'
import { viewOfRecord } from '../../app/book-search'
import { roomById } from '../../app/rooms'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import type { Fact, OrderDossier } from '../../data/port'

function Link({ room, id, children }: { room: string; id: string; children: string }) {
  if (!roomById(room)) return <>{children}</>
  return (
    <Button type="link" size="small" onClick={() => openView(viewOfRecord(room), { id }, children)}>
      {children}
    </Button>
  )
}

function Documents({ title, none, rows }: { title: string; none: string; rows: readonly ReactNode[] }) {
  return (
    <section className="order-documents" aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {rows.map((row, at) => (
            <li key={at}>{row}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The documents 对碰 found for the order, where they disagree, and the 清单 made of it. */
export function OrderDocuments({ dossier }: { dossier: OrderDossier }) {
  const { t } = useTranslation('orders')
  const show = useText()
  const port = useBook()
  const { match, lists } = dossier
  const ids = JSON.stringify([match?.payments, match?.waybills])
  const { value } = useQueryState(async () => {
    const read = async <K extends 'payments' | 'waybills'>(kind: K, of: readonly string[] = []) => {
      const records = await Promise.all(of.map(async (id) => ({ id, record: await port.fact(kind, id) })))
      return records.filter(({ record }) => record !== undefined) as Fact<K>[]
    }
    return {
      payments: await read('payments', match?.payments),
      waybills: await read('waybills', match?.waybills),
    }
  }, ids)
  return (
    <div className="order-groups">
      <Documents
        title={t('payments')}
        none={t(match ? 'noPayments' : 'unmatched')}
        rows={(value?.payments ?? []).map(({ id, record }) => (
          <>
            <Link room="payments" id={id}>
              {record.paymentNo}
            </Link>
            {t(`payment.${record.kind}`)} {record.currency} {groupDigits(record.amount)}
          </>
        ))}
      />
      <Documents
        title={t('waybills')}
        none={t(match ? 'noWaybills' : 'unmatched')}
        rows={(value?.waybills ?? []).map(({ id, record }) => (
          <>
            <Link room="waybills" id={id}>
              {record.logisticsNo}
            </Link>
            {record.grossWeight && `${record.grossWeight} kg`}
          </>
        ))}
      />
      <Documents
        title={t('listsTitle')}
        none={t('noLists')}
        rows={lists.map(({ id, record }) => (
          <>
            <Link room="lists" id={id}>
              {record.list.copNo}
            </Link>
            <StateTag tone="neutral">{t(`listState.${record.state}`)}</StateTag>
          </>
        ))}
      />
      {match && match.breaks.length > 0 && (
        <section className="order-breaks" aria-label={t('breaks')}>
          {match.breaks.map((each) => (
            <Alert
              key={`${each.kind}${each.theirs}`}
              type={each.effect === 'block' ? 'error' : 'warning'}
              showIcon
              title={`${t(`effect.${each.effect}`)} · ${show(each.message)}`}
              description={show(each.fix)}
            />
          ))}
        </section>
      )}
    </div>
  )
}
