import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, App, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useCommand } from '../../../app/useCommand'
import { runWork, useWork } from '../../../app/work'
import { WorkPanel } from '../../../app/WorkPanel'
import { groupDigits } from '../../../components/numbers'
import { showTime } from '../../../components/time'
import type { ForexRunView } from '../../../data/port'
import { today } from '../words'

const form = 'YYYY-MM-DD'

/** 结汇预检 of a day over every receipt in the flow, how far it is, and what the last one rested on. */
export function RunBar({ run }: { run: ForexRunView | undefined }) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { message } = App.useApp()
  const [asOf, setAsOf] = useState(today)
  const busy = useWork(({ work }) => work !== undefined && work.state !== 'failed')
  const check = async () => {
    const done = await runWork('forexCheck', (progress) => port.runForexCheck(asOf, progress))
    if (done === 'stopped') void message.info(t('run.stopped'))
    else if (done) void message.success(t('run.done', { count: done.receipts }))
  }
  useCommand({
    id: 'forex.check',
    does: 'runForexCheck',
    title: 'forex:run.check',
    group: 'room',
    keys: 'Alt+R',
    enabled: () => !busy,
    run: () => void check(),
  })
  return (
    <>
      <div className="face-tools" data-help="forex.run">
        <label>
          {t('run.asOf')}
          <DatePicker
            allowClear={false}
            value={dayjs(asOf, form)}
            onChange={(day) => day && setAsOf(day.format(form))}
          />
        </label>
        <ActButton
          does="runForexCheck"
          type="primary"
          icon={<SafetyCertificateOutlined />}
          disabled={busy}
          onClick={() => void check()}
        >
          {t('run.check')}
        </ActButton>
        <span className="face-note">
          {run
            ? t('run.last', {
                run: run.run,
                at: showTime(run.at),
                who: run.who,
                asOf: run.asOf,
                count: groupDigits(String(run.receipts)),
                lawAsOf: run.lawAsOf,
              })
            : t('run.none')}
          {run?.rates !== undefined && ` · ${t('run.rates', { rates: run.rates })}`}
          {run?.calendar !== undefined && ` · ${t('run.calendar', { calendar: run.calendar })}`}
        </span>
      </div>
      <WorkPanel acts={['forexCheck']} onCancel={() => void port.cancelForexCheck()} />
      {run?.outdated && <Alert type="warning" showIcon title={t('run.outdated')} />}
    </>
  )
}
