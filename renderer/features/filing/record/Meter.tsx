import { Button, Progress } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldRule, type PartyField } from '#shared/filing/fields'
import type { Party } from '#shared/filing/party'
import { authorities } from '#shared/filing/roles'
import { completeness, modeCompleteness } from '#shared/filing/views'
import { useText } from '../../../components/text'
import { focusField } from './focus-field'

type Props = { party: Party; practice: boolean; onField: () => void }

/** How many missing fields are named; the others are counted. */
const named = 6

type GaugeProps = { name: string; needed: number; ready: number; lacking: readonly PartyField[] }

/** How far a master is, per authority and per mode, while it is typed; a field that is missing leads to its place. */
export function Meter({ party, practice, onField }: Props) {
  const { t } = useTranslation('filing')
  const show = useText()
  const byAuthority = useMemo(() => completeness(party, practice), [party, practice])
  const byMode = useMemo(() => modeCompleteness(party, practice), [party, practice])
  const gauge = ({ name, needed, ready, lacking }: GaugeProps) => (
    <>
      <span className="filing-gauge">
        <span>{name}</span>
        <Progress
          aria-label={name}
          percent={needed === 0 ? 100 : Math.floor((ready * 100) / needed)}
          size="small"
          showInfo={false}
        />
        <span className="number">{`${ready}/${needed}`}</span>
      </span>
      {lacking.length > 0 && (
        <span className="filing-lacking">
          {lacking.slice(0, named).map((field) => (
            <Button
              key={field}
              type="link"
              size="small"
              onClick={() => {
                onField()
                focusField(field)
              }}
            >
              {show(fieldRule(field).label)}
            </Button>
          ))}
          {lacking.length > named && t('meter.more', { count: lacking.length - named })}
        </span>
      )}
    </>
  )
  return (
    <aside className="filing-side" aria-label={t('meter.title')}>
      <section className="face-card">
        <h2>
          {t('meter.authorities')}
          <small>{t('meter.basis')}</small>
        </h2>
        {byAuthority.map(({ authority, needed, ready, faults }) => {
          const lacking = faults.filter(({ kind }) => kind !== 'warn').map(({ field }) => field)
          return (
            <div key={authority}>{gauge({ name: show(authorities[authority]), needed, ready, lacking })}</div>
          )
        })}
      </section>
      <section className="face-card">
        <h2>{t('meter.modes')}</h2>
        {byMode.map(({ mode, filed, needed, ready, lacking }) => (
          <div key={mode} className={filed ? undefined : 'filing-other-mode'}>
            {filed
              ? gauge({ name: mode, needed, ready, lacking })
              : t(lacking.length === 0 ? 'meter.addable' : 'meter.addableWith', {
                  mode,
                  count: lacking.length,
                })}
          </div>
        ))}
      </section>
    </aside>
  )
}
