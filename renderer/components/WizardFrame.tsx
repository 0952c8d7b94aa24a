import { Button, Steps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WizardFrameProps } from './WizardFrame.props'

/** A line of steps, one of them open, and why the officer cannot go on when they cannot. */
export function WizardFrame(props: WizardFrameProps) {
  const { steps, current, onStep, onFinish, finishLabel, onCancel, busy = false } = props
  const { t } = useTranslation('components')
  const step = steps[current]!
  const last = current === steps.length - 1
  const next = () => {
    if (step.blocked !== undefined || busy) return
    if (last) void onFinish()
    else onStep(current + 1)
  }
  return (
    <form
      className="wizard"
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <Steps size="small" current={current} items={steps.map(({ title }) => ({ title }))} />
      <section className="wizard-content" aria-label={step.title}>
        {step.content}
      </section>
      <footer className="wizard-foot">
        {onCancel && <Button onClick={onCancel}>{t('wizard.cancel')}</Button>}
        <span className="wizard-blocked" role="status">
          {step.blocked}
        </span>
        {current > 0 && (
          <Button disabled={busy} onClick={() => onStep(current - 1)}>
            {t('wizard.back')}
          </Button>
        )}
        <Button type="primary" htmlType="submit" loading={busy} disabled={step.blocked !== undefined}>
          {last ? finishLabel : t('wizard.next')}
        </Button>
      </footer>
    </form>
  )
}
