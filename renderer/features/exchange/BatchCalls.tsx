import { useTranslation } from 'react-i18next'
import { failureWords } from '#shared/protocol/failure-words'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { BatchView } from '../../data/port'

const kinds = new Set(['send', 'export', 'carried'])
/** No request: a file was written, or one was read. */
const byFile = new Set(['export', 'carried'])

/** Each request about a batch: when, what, how many bytes, what came back, and its name in the log of the service. */
export function BatchCalls({ calls }: { calls: BatchView['calls'] }) {
  const { t } = useTranslation('queue')
  const show = useText()
  const number = (n: number) => (n === 0 ? '' : groupDigits(String(n)))
  return (
    <table className="batch-calls" aria-label={t('detail.calls')}>
      <thead>
        <tr>
          {(['at', 'kind', 'bytes', 'ms', 'status', 'code', 'words', 'requestId'] as const).map((name) => (
            <th key={name} className={name === 'bytes' || name === 'ms' ? 'batch-number' : undefined}>
              {t(`call.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calls.map(({ at, kind, code, status, ms, bytes, requestId }, i) => (
          <tr key={i}>
            <td>{showTime(at)}</td>
            <td>{t(`call.${kinds.has(kind) ? kind : 'query'}`)}</td>
            <td className="batch-number">{number(bytes)}</td>
            <td className="batch-number">{byFile.has(kind) ? '' : groupDigits(String(ms))}</td>
            <td>{status}</td>
            <td>
              <code>{byFile.has(kind) && code === 'ok' ? '' : code}</code>
            </td>
            <td>
              {code === 'ok'
                ? t(`call.${byFile.has(kind) ? `${kind}Done` : 'answered'}`)
                : show(failureWords(code, status).message)}
            </td>
            <td>
              <code title={requestId}>{requestId?.slice(0, 8)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
