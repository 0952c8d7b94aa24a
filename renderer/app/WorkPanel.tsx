import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProgressPanel } from '../components/ProgressPanel'
import { useText } from '../components/text'
import { useBook } from './book'
import { remedyOf } from './remedy'
import { markCancelling, putAwayFailure, useWork } from './work'

type WorkPanelProps = {
  acts: readonly string[]
  /** Stops the work where it is not the crew's own that `cancelWork` stops. */
  onCancel?: () => void
}

/** The long work at hand, with the way to stop it, or why it ended. `acts` are those the room answers for. */
export function WorkPanel({ acts, onCancel }: WorkPanelProps) {
  const { t, i18n } = useTranslation('work')
  const show = useText()
  const port = useBook()
  const work = useWork((state) => state.work)
  if (!work || !acts.includes(work.act)) return null
  const words = (key: string) => ({
    zh: i18n.t(key, { ns: 'work', lng: 'zh' }),
    en: i18n.t(key, { ns: 'work', lng: 'en' }),
  })
  if (work.failure) {
    const remedy = remedyOf(work.failure.code)
    const go = () => {
      putAwayFailure()
      remedy?.go()
    }
    return (
      <Alert
        type={remedy?.kept ? 'info' : 'error'}
        showIcon
        title={t(remedy?.kept ? 'kept' : 'failed', { act: t(`act.${work.act}`) })}
        description={show(work.failure.text)}
        action={
          remedy && (
            <Button size="small" onClick={go}>
              {t(`acts:${remedy.words}`)}
            </Button>
          )
        }
        closable={{ onClose: putAwayFailure }}
      />
    )
  }
  const cancel = () => {
    markCancelling()
    if (onCancel) onCancel()
    else void port.cancelWork()
  }
  return (
    <ProgressPanel
      title={words(`act.${work.act}`)}
      state={work.state}
      done={work.done}
      total={work.total || undefined}
      unit={words(work.stage ? `unit.${work.stage}` : 'unit.reading')}
      elapsedMs={work.elapsedMs}
      onCancel={cancel}
    />
  )
}
