import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { openRoom } from '../../../app/navigation'

/** Says that the list shows one number alone, and shows all again. */
export function OnlyTag({ number }: { number: string | undefined }) {
  const { t } = useTranslation('rebate')
  if (number === undefined) return null
  return (
    <Tag closable onClose={() => openRoom('rebate', {})}>
      {t('onlyFound', { number })}
    </Tag>
  )
}
