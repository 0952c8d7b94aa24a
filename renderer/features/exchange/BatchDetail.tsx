import { useTranslation } from 'react-i18next'
import { failureWords } from '#shared/protocol/failure-words'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { BatchView } from '../../data/port'

const kinds = new Set(['send', 'export', 'carried'])

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
        {t('detail.lists', { count: lists })} {copNos.join('、')}
        {lists > copNos.length && t('detail.more', { count: lists - copNos.length })}
      </p>
      <table className="batch-calls" aria-label={t('detail.calls')}>
        <thead>
          <tr>
            <th>{t('call.at')}</th>
            <th>{t('call.kind')}</th>
            <th>{t('call.ms')}</th>
            <th>{t('call.code')}</th>
            <th>{t('call.words')}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map(({ at, kind, code, status, ms }, i) => (
            <tr key={i}>
              <td>{showTime(at)}</td>
              <td>{t(`call.${kinds.has(kind) ? kind : 'query'}`)}</td>
              <td>{groupDigits(String(ms))}</td>
              <td>
                <code>{code}</code>
              </td>
              <td>{code === 'ok' ? t('call.answered') : show(failureWords(code, status).message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {calls.length === 0 && <p>{t('detail.noCalls')}</p>}
    </div>
  )
}
