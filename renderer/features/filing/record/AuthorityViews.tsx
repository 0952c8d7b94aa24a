import { LockOutlined } from '@ant-design/icons'
import { Switch } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldRule, type PartyField } from '#shared/filing/fields'
import type { Party } from '#shared/filing/party'
import { authorities } from '#shared/filing/roles'
import { labelOf, standings, viewOf, type Difference, type Standing } from '#shared/filing/views'
import { maskText } from '#shared/model/mask'
import { SourceTag } from '../../../components/provenance/SourceTag'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { listed, useText } from '../../../components/text'
import type { PartyView } from '../../../data/port'

type Field = Difference['field']
/** Personal values stay masked beside each other: that they differ is all that is to be seen here. */
const said = (field: Field, value: string): string =>
  field !== 'roles' && field !== 'modes' && fieldRule(field).sensitivity === 'personal'
    ? maskText(value)
    : value

const toneOf = ({ first, differences }: Standing): StateTone =>
  first ? 'neutral' : differences.length > 0 ? 'waiting' : 'good'

type Props = {
  view: PartyView
  party: Party
  /** To the field of the form in which a value is typed, once for all of them. */
  onField: (field: PartyField | Field) => void
}

/** What each authority needs, what it holds, and the difference, which is all that a 变更 to it says. */
export function AuthorityViews({ view, party, onField }: Props) {
  const { t } = useTranslation('filing')
  const { t: words } = useTranslation('provenance')
  const show = useText()
  const [whole, setWhole] = useState(false)
  const all = useMemo(() => {
    const holdings = view.reviews.flatMap(({ held }) => (held ? [held] : []))
    return standings(party, holdings).map((standing) => ({
      standing,
      held: holdings.find(({ authority }) => authority === standing.authority)?.content ?? {},
    }))
  }, [party, view])
  const touched = all.filter(({ standing }) => standing.differences.length > 0)
  return (
    <>
      <div className="face-tools">
        <span>
          {touched.length === 0
            ? t('views.none')
            : t('views.touched', {
                names: show(listed(touched.map(({ standing }) => show(authorities[standing.authority])))),
              })}
        </span>
        <span className="face-space" />
        <label>
          <Switch size="small" checked={whole} onChange={setWhole} />
          {t('views.whole')}
        </label>
      </div>
      {all.map(({ standing, held }) => {
        const { authority, first, version, on, differences } = standing
        const now = viewOf(party, authority)
        const changed = new Set<string>(differences.map(({ field }) => field))
        const fields = (whole ? Object.keys({ ...now, ...held }) : [...changed]) as (PartyField | Field)[]
        return (
          <section key={authority} className="face-card" aria-label={show(authorities[authority])}>
            <h2>
              {show(authorities[authority])}{' '}
              <StateTag tone={toneOf(standing)}>
                {t(first ? 'views.first' : differences.length > 0 ? 'views.change' : 'views.same', {
                  count: differences.length,
                })}
              </StateTag>
              <small>{version === undefined ? t('views.nothing') : t('views.holds', { version, on })}</small>
            </h2>
            {fields.length > 0 && (
              <table className="face-plain">
                <thead>
                  <tr>
                    <th scope="col">{t('views.field')}</th>
                    <th scope="col">{t('views.held')}</th>
                    <th scope="col">{t('views.master')}</th>
                    <th scope="col">{words('from')}</th>
                  </tr>
                </thead>
                <tbody>
                  {fields.map((field) => (
                    <tr key={field} className={changed.has(field) ? 'filing-changed' : undefined}>
                      <td>{show(labelOf(field))}</td>
                      <td>{said(field, held[field] ?? '') || t('views.empty')}</td>
                      <td>{said(field, now[field] ?? '') || t('views.empty')}</td>
                      <td>
                        <LockOutlined aria-label={t('views.locked')} title={t('views.locked')} />{' '}
                        <SourceTag source={{ record: 'party' }} onOpen={() => onField(field)} />{' '}
                        {changed.has(field) && !first && <StateTag tone="waiting">{words('moved')}</StateTag>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        )
      })}
    </>
  )
}
