import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ageInDays } from '#shared/backup/keep'
import { StateTag } from '../../components/StateTag'
import { showTime } from '../../components/time'
import { openRoom } from '../navigation'
import { lastGood } from './alarm'
import { useSafety } from './backups'

/** One line: the last good backup, how old it is, and where it lies; with the way to the room, where that is elsewhere. */
export function BackupLine({ isInRoom = false }: { isInRoom?: boolean }) {
  const { t } = useTranslation('safety')
  const { state } = useSafety()
  if (!state) return null
  const last = lastGood(state)
  const age = last ? ageInDays(last.at, new Date().toISOString()) : 0
  return (
    <div className="backup-line">
      <StateTag tone={!last || state.failure ? 'bad' : state.due ? 'waiting' : 'good'}>
        {t(last ? (age <= 0 ? 'line.today' : 'line.days') : 'line.never', { n: age })}
      </StateTag>
      <span className="backup-where" title={last?.place}>
        {last
          ? t('line.last', { time: showTime(last.at), place: last.place })
          : t(state.ready ? 'line.none' : 'line.unset')}
      </span>
      {!isInRoom && (
        <Button type="link" size="small" onClick={() => openRoom('safety')}>
          {t('line.open')}
        </Button>
      )}
    </div>
  )
}
