import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, App, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useCommand } from '../../../app/useCommand'
import { runWork, useWork } from '../../../app/work'
import { WorkPanel } from '../../../app/WorkPanel'
import { groupDigits } from '../../../components/numbers'
import { showTime } from '../../../components/time'
import { useWizard } from '../wizard/context'

const form = 'YYYY-MM-DD'

/** 预检 of a day, how far it is, and what the last one rested on. */
export function RunBar() {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const { batch } = useWizard()
  const { message } = App.useApp()
  const [asOf, setAsOf] = useState(() => businessDay(new Date().toISOString()))
  const busy = useWork(({ work }) => work !== undefined && work.state !== 'failed')
  const check = async () => {
    const run = await runWork('rebateCheck', (progress) => port.runRebateCheck(batch.id, asOf, progress))
    if (run === 'stopped') void message.info(t('run.stopped'))
    else if (run)
      void message.success(t('run.done', { blocking: run.counts.blocking, warning: run.counts.warning }))
  }
  useCommand({
    id: 'rebate.check',
    does: 'runRebateCheck',
    title: 'rebate:run.check',
    group: 'room',
    keys: 'Alt+R',
    enabled: () => !busy && batch.lines > 0,
    run: () => void check(),
  })
  const { run } = batch
  return (
    <>
      <div className="face-tools" data-help="rebate.run">
        <label>
          {t('run.asOf')}
          <DatePicker
            allowClear={false}
            value={dayjs(asOf, form)}
            onChange={(day) => day && setAsOf(day.format(form))}
          />
        </label>
        <ActButton
          does="runRebateCheck"
          type="primary"
          icon={<SafetyCertificateOutlined />}
          disabled={busy || batch.lines === 0}
          onClick={() => void check()}
        >
          {t('run.check')}
        </ActButton>
        {run ? (
          <span className="face-note">
            {t('run.last', {
              run: run.run,
              at: showTime(run.at),
              who: run.who,
              asOf: run.asOf,
              lines: groupDigits(String(run.lines)),
              library: [run.library || t('run.noLibrary'), run.libraryDay].filter(Boolean).join(' · '),
            })}
            {run.rates !== undefined && ` · ${t('run.rates', { rates: run.rates })}`}
            {run.ms !== undefined &&
              ` · ${t('run.took', { seconds: (run.ms / 1000).toFixed(1), judged: groupDigits(String(run.judged ?? run.lines)) })}`}
          </span>
        ) : (
          <span className="face-note">{t('run.none')}</span>
        )}
      </div>
      <WorkPanel acts={['rebateCheck']} onCancel={() => void port.cancelRebateCheck()} />
      {run?.outdated && <Alert type="warning" showIcon title={t('run.outdated')} />}
    </>
  )
}
