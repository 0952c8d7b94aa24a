import { Alert, Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Enterprise } from '#shared/model/enterprise'
import { ActButton } from '../../app/ActButton'
import { useOwnZone } from '../../app/useZones'
import { useText } from '../../components/text'
import { enterpriseFields, labelOf, valuesOf } from './fields'
import { useNextNumber } from './useNextNumber'

type FactsProps = { enterprise: Enterprise; onEdit: () => void }

/** The company of the book as it goes into every document. */
export function EnterpriseFacts({ enterprise, onEdit }: FactsProps) {
  const { t } = useTranslation('enterprise')
  const show = useText()
  const values = valuesOf(enterprise)
  const next = useNextNumber(values)
  const zone = useOwnZone()
  const items = [
    { key: 'book', label: t('book'), children: t(`kind.${enterprise.book}`) },
    ...enterpriseFields.map((field) => ({
      key: field,
      label: show(labelOf(field)),
      children:
        field === 'zone' && zone
          ? `${show(zone.name)} · ${show(zone.province)} · ${zone.edition}`
          : enterprise[field] || t('none'),
    })),
    { key: 'next', label: t('next'), children: <span className="number">{next ?? t('noNumber')}</span> },
  ]
  return (
    <section className="enterprise-part" aria-label={t('title')}>
      <header>
        <h2>{t('title')}</h2>
        <ActButton does="manage" type="primary" onClick={onEdit}>
          {t('edit')}
        </ActButton>
      </header>
      {enterprise.dxpId === '' && <Alert type="info" showIcon title={t('dxpLater')} />}
      <Descriptions bordered size="small" column={2} items={items} />
    </section>
  )
}
