import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { KeyDialog } from './KeyDialog'

/** A new recovery key in the place of an earlier one. */
export function RecoveryKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('safety')
  const { entry, port } = useSession()
  return (
    <KeyDialog
      title={t('keys.make')}
      what={t('keys.makeWhat')}
      ok={{ make: t('keys.makeNow'), end: t('close') }}
      make={async ({ present }) => {
        await port.notePeople('recovery', entry.label, '')
        return { value: await window.yiguan.invoke('vault.makeRecoveryKey', entry.id, present) }
      }}
      onEnd={onClose}
      onCancel={onClose}
    />
  )
}
