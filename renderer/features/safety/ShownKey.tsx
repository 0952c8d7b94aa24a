import { PrinterOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { RecoverySheet } from './RecoverySheet'

type Shown = { value: string; at: string; isWritten: boolean; onWritten: (isWritten: boolean) => void }

/** A recovery key, shown this once: to be written down or printed, and said to be so. */
export function ShownKey({ value, at, isWritten, onWritten }: Shown) {
  const { t } = useTranslation('safety')
  return (
    <>
      <p>{t('keys.shown')}</p>
      <output className="recovery-key" data-testid="recovery-key">
        {value}
      </output>
      <div className="face-tools">
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('keys.print')}
        </Button>
      </div>
      <RecoverySheet value={value} at={at} />
      {/* The field that had the focus is gone; here Enter does nothing that was not meant. */}
      <Checkbox autoFocus checked={isWritten} onChange={(event) => onWritten(event.target.checked)}>
        {t('keys.written')}
      </Checkbox>
    </>
  )
}
