import { useTranslation } from 'react-i18next'

/** Mark and name of the product. */
export function Brand({ large = false }: { large?: boolean }) {
  const { t } = useTranslation('app')
  return (
    <span className={large ? 'brand brand-large' : 'brand'}>
      <svg viewBox="0 0 24 24" aria-hidden className="brand-mark">
        <path d="M3 10 12 3l9 7v2H3z" />
        <path d="M5 13h3v8H5zm5.5 0h3v8h-3zm5.5 0h3v8h-3z" />
      </svg>
      <span>{t('product')}</span>
    </span>
  )
}
