import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Party } from '#shared/filing/party'
import type { Attempt, ReviewState } from '#shared/filing/review'
import { authorities } from '#shared/filing/roles'
import { differencesOf, labelOf, viewOf } from '#shared/filing/views'
import type { FormValues } from '../../../components/record-form/RecordForm'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { PartyView } from '../../../data/port'

const tones: Readonly<Record<ReviewState, StateTone>> = {
  submitted: 'running',
  received: 'running',
  returned: 'bad',
  approved: 'good',
  cancelled: 'neutral',
}

type Props = { view: PartyView; party: Party; onTake: (values: FormValues) => void }

/** What was filed with each authority, first to last, what it said, and the way to begin anew from any of it. */
export function ReviewHistory({ view, party, onTake }: Props) {
  const { t } = useTranslation('filing')
  const show = useText()
  const label = (field: string) => (field === '' ? t('history.whole') : show(labelOf(field as never)))
  const row = (attempt: Attempt, now: ReturnType<typeof viewOf>) => {
    const { version, state, submittedAt, answeredAt, by, reasons, number, content } = attempt
    const differing = content ? differencesOf(content, now).length : 0
    return (
      <tr key={version}>
        <td className="number">{version}</td>
        <td>
          <StateTag tone={tones[state]}>{t(`review.${state}`)}</StateTag>
        </td>
        <td>{[submittedAt && showTime(submittedAt), by].filter(Boolean).join(' ')}</td>
        <td>{[answeredAt && showTime(answeredAt), number].filter(Boolean).join(' ')}</td>
        <td>
          {reasons.map(({ field, code, text }) => (
            <div key={`${field} ${text}`}>{[label(field), code, text].filter(Boolean).join(' ')}</div>
          ))}
        </td>
        <td>
          {content && (
            <Button
              type="link"
              size="small"
              disabled={differing === 0}
              onClick={() => onTake(content as FormValues)}
            >
              {t('history.take', { count: differing })}
            </Button>
          )}
        </td>
      </tr>
    )
  }
  if (view.reviews.length === 0) return <p className="face-note">{t('history.none')}</p>
  return (
    <>
      {view.reviews.map(({ authority, attempts }) => {
        const now = viewOf(party, authority)
        return (
          <section key={authority} className="face-card" aria-label={show(authorities[authority])}>
            <h2>{show(authorities[authority])}</h2>
            <table className="face-plain">
              <thead>
                <tr>
                  {(['version', 'state', 'submitted', 'answered', 'reasons', 'again'] as const).map((one) => (
                    <th key={one} scope="col">
                      {t(`history.${one}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>{attempts.toReversed().map((attempt) => row(attempt, now))}</tbody>
            </table>
          </section>
        )
      })}
    </>
  )
}
