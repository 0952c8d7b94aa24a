import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ValueSource } from '#shared/provenance/derived'

type Props = { source: ValueSource; onOpen?: (() => void) | undefined }

/** The record a value comes from, in the words of every screen; a way there where it can be opened. */
export function SourceTag({ source: { record, name, field }, onOpen }: Props) {
  const { t } = useTranslation('provenance')
  const words = [t(`record.${record}`), name, field].filter(Boolean).join(' ')
  return onOpen ? (
    <Button type="link" size="small" className="source-open" onClick={onOpen}>
      {words}
    </Button>
  ) : (
    <span>{words}</span>
  )
}
