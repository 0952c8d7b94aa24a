import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { compareZones } from '#shared/zones/compare'
import type { Zone } from '#shared/zones/zone'
import { useText } from '../../components/text'
import { DifferenceTable } from './DifferenceTable'

/** In what two zones differ; what both say alike is left out. */
export function ZoneCompare({ left, right }: { left: Zone; right: Zone }) {
  const { t } = useTranslation('zones')
  const show = useText()
  const differences = useMemo(() => compareZones(left, right), [left, right])
  return (
    <section className="face-card zones-scroll" aria-label={t('face.compare')}>
      <h2>
        {t('compare', { left: show(left.name), right: show(right.name), count: differences.length })}
        <small>{t('compareNote')}</small>
      </h2>
      <DifferenceTable differences={differences} left={left} right={right} />
    </section>
  )
}
