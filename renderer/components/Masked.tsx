import { EyeOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Popover } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeFailure, type Failure } from './failure'
import type { MaskedProps } from './Masked.props'
import { useText } from './text'
import './masked.css'

export type { MaskedProps } from './Masked.props'

/** A revealed value hides itself again: nobody remembers to. */
const shownMs = 60_000

function ReasonForm({ onAsk, failure }: { onAsk: (reason: string) => void; failure: Failure | undefined }) {
  const { t } = useTranslation('components')
  const show = useText()
  const [reason, setReason] = useState('')
  const given = reason.trim() !== ''
  return (
    <form
      className="masked-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (given) onAsk(reason.trim())
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
}

/** A personal value. Shown in clear only after a reason was given and written down. */
export function Masked({ masked, label, onReveal }: MaskedProps) {
  const { t } = useTranslation('components')
  const show = useText()
  const [clear, setClear] = useState<string>()
  const [open, setOpen] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  useEffect(() => {
    if (clear === undefined) return undefined
    const timer = setTimeout(() => setClear(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [clear])

  const ask = async (reason: string) => {
    try {
      setClear(await onReveal(reason))
      setFailure(undefined)
      setOpen(false)
    } catch (error) {
      setFailure(describeFailure(error))
    }
  }
  if (clear !== undefined) {
    return (
      <span className="masked">
        {clear}
        <Button type="link" size="small" onClick={() => setClear(undefined)}>
          {t('masked.hide')}
        </Button>
      </span>
    )
  }
  const name = t('masked.reveal', { label: show(label) })
  return (
    <span className="masked">
      {masked}
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        destroyOnHidden
        title={name}
        content={<ReasonForm onAsk={(reason) => void ask(reason)} failure={failure} />}
      >
        <Button type="text" size="small" icon={<EyeOutlined />} aria-label={name} title={name} />
      </Popover>
    </span>
  )
}
