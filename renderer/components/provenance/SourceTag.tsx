import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ValueSource } from '#shared/provenance/derived'
import { useText } from '../text'

type Props = { source: ValueSource; onOpen?: (() => void) | undefined }

/** The record a value comes from, in the words of every screen; a way there where it can be opened. */
export function SourceTag({ source: { record, name, field, how }, onOpen }: Props) {
  const { t } = useTranslation('provenance')
  const show = useText()
  const words = [t(`record.${record}`), name, field, how && `· ${show(how)}`].filter(Boolean).join(' ')
  return onOpen ? (
    <Button type="link" size="small" className="source-open" onClick={onOpen}>
      {words}
    </Button>
  ) : (
    <span>{words}</span>
  )
}
