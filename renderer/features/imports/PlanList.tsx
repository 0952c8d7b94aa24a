import { Button } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { StateTag, type StateTone } from '../../components/StateTag'
import { isReady, type Plan } from './plan'
import { removePlan, select, startReady } from './store'

const tones: Readonly<Record<Plan['phase'], StateTone>> = {
  reading: 'running',
  setup: 'waiting',
  queued: 'neutral',
  running: 'running',
  cancelling: 'running',
  done: 'good',
  refused: 'bad',
  failed: 'bad',
  cancelled: 'neutral',
}
const busy: ReadonlySet<Plan['phase']> = new Set(['queued', 'running', 'cancelling'])

function PlanItem({ plan, selected }: { plan: Plan; selected: boolean }) {
  const { t } = useTranslation('imports')
  const phase = isReady(plan) ? 'ready' : plan.phase
  return (
    <li className={selected ? 'plan plan-on' : 'plan'}>
      <button type="button" className="plan-name" aria-pressed={selected} onClick={() => select(plan.id)}>
        <span className="plan-file">{plan.file.name}</span>
        <span className="plan-kind">{t(`kinds.${plan.kind}`)}</span>
        <StateTag tone={phase === 'ready' ? 'good' : tones[plan.phase]}>{t(`phase.${phase}`)}</StateTag>
      </button>
      {!busy.has(plan.phase) && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('remove', { name: plan.file.name })}
          onClick={() => removePlan(plan.id)}
        />
      )}
    </li>
  )
}

/** The files of this session and how far each is. */
export function PlanList({ plans, selected }: { plans: readonly Plan[]; selected: string | undefined }) {
  const { t } = useTranslation('imports')
  const port = useBook()
  const ready = plans.filter(isReady).length
  return (
    <div className="plans">
      <ul aria-label={t('files')}>
        {plans.map((plan) => (
          <PlanItem key={plan.id} plan={plan} selected={plan.id === selected} />
        ))}
      </ul>
      <ActButton
        does="importFile"
        type="primary"
        block
        disabled={ready === 0}
        onClick={() => void startReady(port, t('why.import'))}
      >
        {t('start', { count: ready })}
      </ActButton>
    </div>
  )
}
