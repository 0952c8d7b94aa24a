import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../components/numbers'
import { listed, useText } from '../../components/text'
import type { BatchView } from '../../data/port'
import { BatchCalls } from './BatchCalls'

/** What a batch carries, and each request made about it with its raw code. */
export function BatchDetail({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('queue')
  const show = useText()
  const { id, copNos, lists, size, calls, stage, reason } = batch
  return (
    <div className="batch-detail">
      <p>
        {t('detail.id')} <code>{id}</code> · {t('detail.size', { size: groupDigits(String(size)) })}
      </p>
      {(stage === 'sent' || stage === 'sending') && <p>{t('unknownOutcome')}</p>}
      {reason?.fix && <p>{show(reason.fix)}</p>}
      <p>
        {t('detail.lists', { count: lists })} {show(listed(copNos))}
        {lists > copNos.length && t('detail.more', { count: lists - copNos.length })}
      </p>
      <BatchCalls calls={calls} />
      {calls.length === 0 && <p>{t('detail.noCalls')}</p>}
    </div>
  )
}
