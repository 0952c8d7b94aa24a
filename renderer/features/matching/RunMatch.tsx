import { PlayCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useCommand } from '../../app/useCommand'
import { runWork, useWork } from '../../app/work'
import { showTime } from '../../components/time'
import type { MatchSummary } from '../../data/port'

type RunMatchProps = { matchedAt: string | undefined; onDone: (summary: MatchSummary) => void }

/** Match what changed since the last run, or everything. */
export function RunMatch({ matchedAt, onDone }: RunMatchProps) {
  const { t } = useTranslation('matching')
  const port = useBook()
  const busy = useWork(({ work }) => work !== undefined && work.state !== 'failed')
  const run = async (full: boolean) => {
    const summary = await runWork('match', (progress) => port.match({ full }, progress as never))
    if (summary) onDone(summary)
  }
  useCommand({
    id: 'matching.run',
    does: 'match',
    title: 'matching:run',
    group: 'room',
    enabled: () => !busy,
    run: () => void run(false),
  })
  return (
    <>
      <ActButton
        does="match"
        type="primary"
        icon={<PlayCircleOutlined />}
        disabled={busy}
        onClick={() => void run(false)}
      >
        {t('run')}
      </ActButton>
      <ActButton does="match" disabled={busy} onClick={() => void run(true)}>
        {t('runAll')}
      </ActButton>
      <span className="matching-when">
        {matchedAt ? t('matchedAt', { time: showTime(matchedAt) }) : t('neverMatched')}
      </span>
    </>
  )
}
