import { useTranslation } from 'react-i18next'
import { lawAsOf } from '#shared/forex/catalogue/index'

/** How far the sources were read, and what this room never says; under every page of it. */
export function LawAsOf() {
  const { t } = useTranslation('forex')
  return (
    <footer className="forex-law">
      <span>{t('lawAsOf', { day: lawAsOf })}</span> <span>{t('promise')}</span>
    </footer>
  )
}
