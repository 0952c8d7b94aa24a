import { Alert, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { differenceTexts } from '#shared/summary/compare'
import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { ApplicationView, SummaryResult } from '../../data/port'
import { NoteEntry } from './NoteEntry'

/** The 报关单 that came of an application, and each line where customs did otherwise than previewed. */
export function ResultView({ application, version }: { application: ApplicationView; version: number }) {
  const { t } = useTranslation('summary')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(
    () => port.summaryResult(application.id),
    `${application.id} ${version}`,
  )
  const result = value as SummaryResult | undefined
  return (
    <div className="summary-result">
      <table className="face-plain" aria-label={t('result.entries')}>
        <thead>
          <tr>
            {(['entryId', 'declSeqNo', 'state', 'items', 'lists', 'gross', 'net', 'closed'] as const).map(
              (key) => (
                <th key={key} className={numbers.has(key) ? 'face-number' : ''}>
                  {t(`result.${key}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {application.customs.map((entry) => (
            <tr key={entry.id}>
              <td>
                <code>{entry.entryId || t('result.noNumber')}</code>
              </td>
              <td>
                <code>{entry.declSeqNo}</code>
              </td>
              <td>{entry.decState}</td>
              <td className="face-number">{entry.items}</td>
              <td className="face-number">{groupDigits(String(entry.lists))}</td>
              <td className="face-number">{entry.grossWeight}</td>
              <td className="face-number">{entry.netWeight}</td>
              <td>
                <NoteEntry entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {application.customs.length === 0 && <p className="face-note">{t('result.none')}</p>}
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {!result && state === 'loading' && <Spin />}
      {result && application.customs.length > 0 && result.differenceCount === 0 && (
        <Alert type="success" showIcon title={t('result.same')} />
      )}
      {result && result.differenceCount > 0 && (
        <>
          <Alert type="warning" showIcon title={t('result.differences', { count: result.differenceCount })} />
          <table className="face-plain" aria-label={t('result.differencesTitle')}>
            <tbody>
              {result.differences.map((one) => (
                <tr key={`${one.kind} ${one.invtNo} ${one.gnum} ${one.entry}`}>
                  <td>{show(differenceTexts[one.kind].what)}</td>
                  <td>
                    <code>{one.invtNo ? `${one.invtNo}-${one.gnum}` : one.entry}</code>
                  </td>
                  <td>{t('result.ours', { value: one.ours || t('result.nothing') })}</td>
                  <td>{t('result.theirs', { value: one.theirs || t('result.nothing') })}</td>
                  <td>{show(differenceTexts[one.kind].fix)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}

const numbers = new Set(['items', 'lists', 'gross', 'net'])
