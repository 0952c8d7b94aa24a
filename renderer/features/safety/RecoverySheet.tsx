import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { showTime } from '../../components/time'

/**
 * The recovery key as a sheet of paper. It goes from the page to the printer: as a file it would lie in clear on the disk
 * that it is to protect.
 */
export function RecoverySheet({ value, at }: { value: string; at: string }) {
  const { t } = useTranslation('safety')
  const { entry } = useSession()
  return createPortal(
    <div className="recovery-sheet" data-testid="recovery-sheet">
      <h1>{t('keys.sheet')}</h1>
      <p>
        {entry.label} · {showTime(at)}
      </p>
      <output>{value}</output>
      <p>{t('keys.sheetWhat')}</p>
    </div>,
    document.body,
  )
}
