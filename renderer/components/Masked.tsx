import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaskedProps } from './Masked.props'
import { Reveal } from './Reveal'
import { useText } from './text'
import './masked.css'

export type { MaskedProps } from './Masked.props'

/** A revealed value hides itself again: nobody remembers to. */
const shownMs = 60_000

/** A personal value. Shown in clear only after a reason was given and written down. */
export function Masked({ masked, label, onReveal }: MaskedProps) {
  const { t } = useTranslation('components')
  const show = useText()
  const [clear, setClear] = useState<string>()

  useEffect(() => {
    if (clear === undefined) return undefined
    const timer = setTimeout(() => setClear(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [clear])

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
      <Reveal title={name} onAsk={async (reason) => setClear(await onReveal(reason))}>
        <Button type="text" size="small" icon={<EyeOutlined />} aria-label={name} title={name} />
      </Reveal>
    </span>
  )
}
