import { Button, Steps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../useCommand'
import { useFocusHere } from '../useFocusHere'
import './work-steps.css'

type Props<S extends string> = {
  /** Names the commands of the two keys. */
  room: string
  steps: readonly { key: S; title: string }[]
  current: S
  onStep: (step: S) => void
  children: ReactNode
}

/** Work in steps that can be opened in any order and store at once; Alt+PageUp and Alt+PageDown go between them. */
export function WorkSteps<S extends string>({ room, steps, current, onStep, children }: Props<S>) {
  const { t } = useTranslation('work')
  const part = useFocusHere<HTMLElement>(current)
  const at = steps.findIndex(({ key }) => key === current)
  const move = (by: number) => {
    const step = steps[at + by]
    if (step) onStep(step.key)
  }
  useCommand({
    id: `${room}.next`,
    title: 'work:steps.next',
    group: 'room',
    keys: 'Alt+PageDown',
    run: () => move(1),
  })
  useCommand({
    id: `${room}.back`,
    title: 'work:steps.back',
    group: 'room',
    keys: 'Alt+PageUp',
    run: () => move(-1),
  })
  return (
    <>
      <Steps
        className="work-steps"
        size="small"
        responsive={false}
        current={at}
        onChange={(next) => onStep(steps[next]!.key)}
        items={steps.map(({ title }, place) => ({
          title,
          status: place === at ? 'process' : place < at ? 'finish' : 'wait',
        }))}
      />
      <section ref={part} tabIndex={-1} className="work-step" aria-label={steps[at]?.title}>
        {children}
      </section>
      <footer className="work-steps-foot">
        <span className="face-note">{t('steps.saved')}</span>
        <span className="face-space" />
        <Button disabled={at <= 0} onClick={() => move(-1)}>
          {t('steps.back')}
        </Button>
        <Button type="primary" disabled={at >= steps.length - 1} onClick={() => move(1)}>
          {t('steps.next')}
        </Button>
      </footer>
    </>
  )
}
