import { Alert, Button, Segmented, Select, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Zone } from '#shared/zones/zone'
import { tableOfZone, zoneIdOf } from '#shared/zones/zone-rows'
import { ActButton } from '../../app/ActButton'
import { useSession } from '../../app/book'
import { ReferenceButton } from '../../app/reference/ReferenceButton'
import { useZones } from '../../app/useZones'
import { useText } from '../../components/text'
import type { ReferenceChanges, ZoneChoice } from '../../data/port'
import { SwitchZone } from './SwitchZone'
import { ZoneCompare } from './ZoneCompare'
import { ZoneFacts } from './ZoneFacts'
import { ZoneVerdicts } from './ZoneVerdicts'
import '../../styles/faces.css'
import './zones.css'

const faces = ['verdicts', 'facts', 'compare'] as const
type Face = (typeof faces)[number]

/** 综试区: what its plan promises and to whom, its facts, in what two zones differ, and the one this book is in. */
export function ZonesRoom() {
  const { t } = useTranslation('zones')
  const { choice, version } = useZones()
  return choice ? <Zones choice={choice} version={version} /> : <Spin description={t('loading')} />
}

function Zones({
  choice: { zones, added, faults, inUse, newer, gone },
  version,
}: {
  choice: ZoneChoice
  version: number
}) {
  const { t } = useTranslation('zones')
  const show = useText()
  const { enterprise } = useSession()
  const own = zones.find(({ id }) => id === inUse)
  const [face, setFace] = useState<Face>('verdicts')
  const [chosen, setChosen] = useState<string>()
  const [other, setOther] = useState<string>()
  const [target, setTarget] = useState<Zone>()
  const zone = zones.find(({ id }) => id === chosen) ?? own ?? zones[0]!
  const right = zones.find(({ id }) => id === other) ?? zones.find(({ id }) => id !== zone.id)!
  const latest = newer ?? (gone === undefined ? undefined : own)
  const [isTaken, setTaken] = useState(false)
  const onChanged = (changes?: ReferenceChanges) => {
    const id = changes && zoneIdOf(changes.table)
    if (id === undefined) return
    setChosen(id)
    setTaken(id === own?.id)
  }
  /** What is offered: what somebody chose, or the edition of the book's own zone that was just taken. */
  const offered = target ?? (isTaken ? latest : undefined)
  const closeOffer = () => {
    setTarget(undefined)
    setTaken(false)
  }
  const options = zones.map(({ id, name, province }) => ({
    value: id,
    label: `${show(name)} · ${show(province)}${id === own?.id ? ` · ${t('own')}` : ''}${added.includes(id) ? ` · ${t('byFile')}` : ''}`,
  }))
  const choose = (label: string, value: Zone, onChange: (id: string) => void) => (
    <label>
      {label}
      <Select
        aria-label={label}
        className="zones-choice"
        showSearch={{ optionFilterProp: 'label' }}
        value={value.id}
        onChange={onChange}
        options={options}
      />
    </label>
  )
  return (
    <div className="zones" data-room="zones" data-help="zones.room">
      <div className="face-tools" role="toolbar" aria-label={t('title')}>
        <Segmented<Face>
          aria-label={t('faces')}
          value={face}
          onChange={setFace}
          options={faces.map((value) => ({ value, label: t(`face.${value}`) }))}
        />
        {choose(t('zone'), zone, setChosen)}
        <span className="face-note">{t('edition.of', { edition: zone.edition })}</span>
        {face === 'compare' && choose(t('other'), right, setOther)}
        <span className="face-space" />
        <ReferenceButton
          table={tableOfZone(zone.id)}
          name={zone.name}
          label={t('data')}
          onChanged={onChanged}
        />
        {enterprise && zone.id !== own?.id && (
          <ActButton does="useZone" type="primary" onClick={() => setTarget(zone)}>
            {t('switch.open')}
          </ActButton>
        )}
      </div>
      {enterprise && !own && (
        <Alert type="warning" showIcon title={t('unknownZone', { zone: enterprise.zone })} />
      )}
      {latest && own && (
        <Alert
          type="warning"
          showIcon
          title={
            gone === undefined
              ? t('edition.newer', { zone: show(own.name), newer: latest.edition, used: own.edition })
              : t('edition.gone', { zone: show(own.name), gone, used: own.edition })
          }
          action={<Button onClick={() => setTarget(latest)}>{t('edition.look')}</Button>}
        />
      )}
      {faults.map(({ file, field, why, fix }) => (
        <Alert
          key={`${file} ${field}`}
          type="warning"
          showIcon
          title={`${file} ${field}: ${show(why)}`}
          description={show(fix)}
        />
      ))}
      {face === 'verdicts' && <ZoneVerdicts zone={zone} version={version} />}
      {face === 'facts' && <ZoneFacts zone={zone} />}
      {face === 'compare' && <ZoneCompare left={zone} right={right} />}
      {offered && enterprise && (
        <SwitchZone
          from={gone !== undefined && offered.id === own?.id ? undefined : own}
          to={offered}
          isEdition={offered.id === own?.id}
          onClose={closeOffer}
        />
      )}
    </div>
  )
}
