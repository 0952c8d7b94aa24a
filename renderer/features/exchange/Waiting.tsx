import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { DeclaredBefore } from './DeclaredBefore'
import { UnclearRefusal } from './UnclearRefusal'
import type { WaitingGroup } from '../../data/port'

/** What of the queue cannot go now and why, while the rest goes; nothing is shown when nothing waits. */
export function Waiting() {
  const { t } = useTranslation('queue')
  const show = useText()
  const port = useBook()
  const changes = useChanges('outbox', 'batches')
  const { value } = useQueryState(() => port.waiting(), changes)
  const groups = value as WaitingGroup[] | undefined
  if (!groups || groups.length === 0) return null
  const count = (n: number) => ({ count: n, number: groupDigits(String(n)) })
  return (
    <section className="queue-card" aria-label={t('waiting.title')} data-help="queue.waiting">
      <div className="queue-line">
        <h2>{t('waiting.title')}</h2>
        <span className="queue-note">{t('waiting.note')}</span>
      </div>
      <ul className="queue-waiting">
        {groups.map(({ reason, documents, copNos, unclear, before }) => (
          <li key={`${reason.code} ${reason.message ?? ''}`} data-testid={`waiting-${reason.code}`}>
            <strong>{t('waiting.documents', count(documents))}</strong> {show(reason.text)}
            {reason.message && ` (${t(`message.${reason.message}`, reason.message)})`}
            {reason.fix && <span className="queue-note"> {show(reason.fix)}</span>}
            {copNos.length > 0 && (
              <Button type="link" size="small" onClick={() => openRoom('lists', { copNo: copNos.join(',') })}>
                {t('waiting.show')}
              </Button>
            )}
            {unclear.map((one) => (
              <UnclearRefusal key={one.id} {...one} />
            ))}
            {before.map((one) => (
              <DeclaredBefore key={one.id} {...one} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
