import { SendOutlined } from '@ant-design/icons'
import { Alert, Button, Empty } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ashoreTexts } from '#shared/departure/boarding'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { BillView, DepartureChoice } from '../../data/port'
import { DepartDialog } from './DepartDialog'

function Bill({ bill, onDepart }: { bill: BillView; onDepart: () => void }) {
  const { t } = useTranslation('departure')
  const show = useText()
  return (
    <section className="face-card" aria-label={bill.billNo}>
      <div className="face-tools">
        <h2>
          {t('bill.no', { billNo: bill.billNo })} {bill.voyageNo} {bill.trafName}
        </h2>
        <span>{t('bill.parcels', { parcels: bill.parcels, bags: bill.bags })}</span>
        <b>{t('bill.ready', { ready: bill.ready, weight: groupDigits(bill.grossWeight) })}</b>
        <span className="face-space" />
        <ActButton
          does="depart"
          type="primary"
          icon={<SendOutlined />}
          disabled={bill.ready === 0}
          data-help="departure.depart"
          onClick={onDepart}
        >
          {t('bill.depart')}
        </ActButton>
      </div>
      {bill.ashore.length > 0 && (
        <table className="face-plain">
          <tbody>
            {bill.ashore.map(({ reason, parcels, numbers }) => (
              <tr key={reason}>
                <td>{show(ashoreTexts[reason].why)}</td>
                <td className="face-number">{groupDigits(String(parcels))}</td>
                <td>{show(ashoreTexts[reason].fix)}</td>
                <td>
                  <code>{numbers.slice(0, 3).join(' ')}</code>
                  {parcels > 3 && ' …'}
                </td>
                <td>
                  {reason !== 'no-list' && (
                    <Button size="small" onClick={() => openRoom('lists', { waybillNo: numbers.join(',') })}>
                      {t('bill.show')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Bills and voyages of the weighing sheets: what may leave, and what stays ashore and why. */
export function Bills({ onDeparted }: { onDeparted: () => void }) {
  const { t } = useTranslation('departure')
  const show = useText()
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  const changes = useChanges('facts', 'overlays', 'lists', 'departures', 'settings')
  const { value, state } = useQueryState(() => port.bills(), changes)
  const [departing, setDeparting] = useState<BillView>()
  const bills = value as BillView[] | undefined
  const depart = async (choice: DepartureChoice, why: string) => {
    setDeparting(undefined)
    try {
      const done = await port.depart(choice, why)
      offerUndo(t('bill.departed', { parcels: done.parcels, copNos: done.departures.join(' ') }), undefined)
      onDeparted()
    } catch (error) {
      refuse(error)
    }
  }
  return (
    <div className="departure-face">
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {bills?.map((bill) => (
        <Bill key={`${bill.billNo} ${bill.voyageNo}`} bill={bill} onDepart={() => setDeparting(bill)} />
      ))}
      {bills?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('weights.empty')} />}
      {departing && (
        <DepartDialog
          bill={departing}
          onConfirm={(choice, why) => void depart(choice, why)}
          onClose={() => setDeparting(undefined)}
        />
      )}
    </div>
  )
}
