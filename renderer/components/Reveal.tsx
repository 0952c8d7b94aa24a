import { Alert, Button, Input, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { describeFailure, type Failure } from './failure'
import { useText } from './text'

export type RevealProps = {
  title: string
  /** Log the reason, then show. A refusal keeps it masked and is shown. */
  onAsk: (reason: string) => Promise<void>
  /** What opens the question. */
  children: ReactElement
}

/** Asks why somebody needs to see what is masked. */
export function Reveal({ title, onAsk, children }: RevealProps) {
  const { t } = useTranslation('components')
  const show = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const given = reason.trim() !== ''

  const ask = async () => {
    try {
      await onAsk(reason.trim())
      setFailure(undefined)
      setOpen(false)
    } catch (error) {
      setFailure(describeFailure(error))
    }
  }
  const form = (
    <form
      className="masked-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (given) void ask()
      }}
    >
      <label>
        {t('masked.reason')}
        <Input autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      <Button type="primary" htmlType="submit" disabled={!given}>
        {t('masked.show')}
      </Button>
    </form>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" destroyOnHidden title={title} content={form}>
      {children}
    </Popover>
  )
}
