import { CloudDownloadOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReferenceDialog, type ReferenceDialogProps } from './ReferenceDialog'

type Props = Omit<ReferenceDialogProps, 'onClose'> & Pick<ButtonProps, 'type' | 'size'> & { label?: string }

/** Opens the update of a published table where that table is used. */
export function ReferenceButton({ label, type, size, ...of }: Props) {
  const { t } = useTranslation('reference')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        type={type ?? 'default'}
        size={size ?? 'middle'}
        icon={type === 'link' ? undefined : <CloudDownloadOutlined />}
        onClick={() => setOpen(true)}
      >
        {label ?? t('open')}
      </Button>
      {open && <ReferenceDialog {...of} onClose={() => setOpen(false)} />}
    </>
  )
}
