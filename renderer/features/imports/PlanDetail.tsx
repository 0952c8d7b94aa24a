import { Alert, Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { openTab } from '../../app/navigation'
import { useColumnTitles } from '../../components/column-titles'
import { ProgressPanel } from '../../components/ProgressPanel'
import { useText } from '../../components/text'
import { openRoom } from '../../app/navigation'
import { FileRefused } from './FileRefused'
import { ImportResult } from './ImportResult'
import type { Plan } from './plan'
import { PlanSetup } from './PlanSetup'
import { cancelRunning } from './store'

const kilobytes = (bytes: number) => Math.ceil(bytes / 1024)

function Running({ plan }: { plan: Plan }) {
  const port = useBook()
  const title = useColumnTitles('imports', 'running')
  const { progress, elapsedMs = 0, phase, file } = plan
  return (
    <ProgressPanel
      title={title(progress?.stage ?? 'begin')}
      state={phase === 'cancelling' ? 'cancelling' : 'running'}
      done={kilobytes(progress?.bytes ?? 0)}
      total={kilobytes(file.size)}
      unit={title('unit')}
      elapsedMs={elapsedMs}
      counts={[{ label: title('rows'), value: progress?.rows ?? 0 }]}
      onCancel={() => void cancelRunning(port, plan.id)}
      onBackground={() => openRoom('home')}
    />
  )
}

/** One file: what it is read as, how far it is, or how it went. */
export function PlanDetail({ plan }: { plan: Plan }) {
  const { t } = useTranslation('imports')
  const show = useText()
  switch (plan.phase) {
    case 'reading':
      return <p role="status">{t('phase.reading')}</p>
    case 'setup':
      return <PlanSetup plan={plan} />
    case 'queued':
      return <p role="status">{t('waiting')}</p>
    case 'running':
    case 'cancelling':
      return <Running plan={plan} />
    case 'refused':
      return <FileRefused plan={plan} />
    case 'failed':
      return (
        <Alert
          type="error"
          showIcon
          title={t('failed')}
          description={plan.failure && show(plan.failure.text)}
        />
      )
    case 'cancelled':
      return <Result status="info" title={t('cancelled')} subTitle={t('cancelledHint')} />
    case 'done':
      return plan.view ? (
        <ImportResult view={plan.view}>
          <Button
            type="primary"
            onClick={() =>
              openTab({ view: 'imports/record', params: { id: plan.view!.id }, title: plan.file.name })
            }
          >
            {t('openImport')}
          </Button>
        </ImportResult>
      ) : null
  }
}
