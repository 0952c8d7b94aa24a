import { Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { indicators, unitOf } from '#shared/zones/indicators'
import type { Zone, ZoneTarget } from '#shared/zones/zone'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { listed, useText } from '../../components/text'

const bounds: Readonly<Record<ZoneTarget['bound'], string>> = { reach: '', 'at-least': '≥ ', over: '> ' }

/** A zone as its plan describes it; a field no text settles carries its mark. */
export function ZoneFacts({ zone }: { zone: Zone }) {
  const { t } = useTranslation('zones')
  const show = useText()
  const list = (values: readonly string[] | undefined) => show(listed(values ?? []))
  const facts: readonly [key: string, value: string][] = [
    [
      'plan',
      [zone.plan.title, zone.plan.issuer, zone.plan.number, zone.plan.day].filter(Boolean).join(' · '),
    ],
    ['edition', zone.edition],
    ['platform', zone.platform],
    ['taxFunction', show(zone.taxFunction)],
    ['modes', list([...zone.modes, ...(zone.modesInWords ?? [])])],
    ['access', list(zone.access)],
    ['functions', list(zone.functions)],
    ['divisions', list(zone.divisions)],
    ['customsPrefix', zone.customsPrefix],
    ['layout', zone.layout ?? ''],
    ['places', list(zone.places)],
    ['industries', list(zone.industries)],
    ['riskLoop', zone.riskLoop?.join(' → ') ?? ''],
    ['rejectedAppType', zone.rejectedAppType],
  ]
  const amount = ({ indicator, value }: ZoneTarget) => {
    const unit = unitOf(indicator)
    if (unit === '%') return `${value}%`
    return unit === 'CNY' ? t('yuan', { value: groupDigits(value) }) : groupDigits(value)
  }
  return (
    <div className="zones-scroll zones-facts">
      <Descriptions
        bordered
        size="small"
        column={1}
        items={facts.map(([key, value]) => ({
          key,
          label: (
            <>
              {t(`fact.${key}`)}{' '}
              {zone.unconfirmed.includes(key) && <StateTag tone="waiting">{t('unconfirmed')}</StateTag>}
            </>
          ),
          children: value || t('silent'),
        }))}
      />
      <section className="face-card" aria-label={t('targets')}>
        <h2>{t('targets')}</h2>
        <table className="face-plain">
          <thead>
            <tr>
              <th scope="col">{t('column.by')}</th>
              <th scope="col">{t('column.indicator')}</th>
              <th scope="col" className="face-number">
                {t('column.target')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(zone.targets ?? []).map((target) => (
              <tr key={`${target.by} ${target.indicator}`}>
                <td>{target.by}</td>
                <td>{show(indicators[target.indicator])}</td>
                <td className="face-number">{`${bounds[target.bound]}${amount(target)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {!zone.targets && <p className="face-note">{t('silent')}</p>}
      </section>
    </div>
  )
}
