import { useTranslation } from 'react-i18next'
import type { TariffUsed } from '../../data/port'

/** Which table an answer rests on, and since when; one that is not complete says so. */
export function TableUsed({ used }: { used: TariffUsed }) {
  const { t } = useTranslation('hs')
  return (
    <p className="face-note" role="note">
      {used.importId === ''
        ? t('used.shipped')
        : t(used.complete ? 'used.complete' : 'used.part', { edition: used.edition, from: used.from })}
    </p>
  )
}
