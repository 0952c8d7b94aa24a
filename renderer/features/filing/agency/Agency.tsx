import { Alert, Popconfirm, Spin } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { authorisationPaper, agentActs, type Authorisation } from '#shared/filing/authorisation'
import { validityOf } from '#shared/evidence/validity'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { useUndoable } from '../../../app/useUndoable'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { listed, useText } from '../../../components/text'
import type { Stored } from '../../../data/port'
import { AgentForm } from './AgentForm'
import { AuthorisationDialog } from './AuthorisationDialog'

const tones: Readonly<Record<ReturnType<typeof validityOf>['state'], StateTone>> = {
  lasting: 'good',
  valid: 'good',
  pending: 'waiting',
  expired: 'bad',
}

/** 代理授权: who works in this book, what the enterprise gave leave for and until when, and what follows from it today. */
export function Agency({ faces }: { faces: ReactNode }) {
  const { t } = useTranslation('filing')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const today = businessDay(new Date().toISOString())
  const changes = useChanges('authorisations', 'enterprise', 'settings')
  const { value, state } = useQueryState(async () => port.agency(today), `${today} ${changes}`)
  const [editing, setEditing] = useState<Stored<Authorisation> | 'new'>()
  const validity = ({ record }: Stored<Authorisation>) => validityOf(authorisationPaper(record), today)
  const revoke = ({ record: { no } }: Stored<Authorisation>) =>
    void act(
      () => port.revokeAuthorisation(no, today, t('agency.revoked', { no })),
      () => t('agency.revoked', { no }),
    )
  return (
    <>
      <div className="face-tools" role="toolbar" aria-label={t('title')}>
        {faces}
        <ActButton does="putAuthorisation" disabled={!value?.agent} onClick={() => setEditing('new')}>
          {t('agency.add')}
        </ActButton>
        {value && !value.agent && <span className="face-note">{t('agency.self')}</span>}
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {!value && state === 'loading' && <Spin description={t('loading')} />}
      {value && (
        <div className="filing-scroll" data-help="filing.agency">
          <AgentForm agent={value.agent} principal={value.principal} />
          {value.leaves && (
            <section className="face-card" aria-label={t('agency.leaves')}>
              <h2>
                {t('agency.leaves')} <small>{today}</small>
              </h2>
              <table className="face-plain">
                <tbody>
                  {agentActs.map((one) => {
                    const leave = value.leaves![one]
                    return (
                      <tr key={one}>
                        <td>{t(`agency.act.${one}`)}</td>
                        <td>
                          <StateTag tone={leave.may ? 'good' : 'bad'}>
                            {t(leave.may ? 'agency.may' : 'agency.mayNot')}
                          </StateTag>
                        </td>
                        <td>
                          {leave.may
                            ? t('agency.by', { by: leave.by ?? '', until: leave.until ?? '' })
                            : `${show(leave.why)} → ${show(leave.fix)}`}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </section>
          )}
          <section className="face-card" aria-label={t('agency.all')}>
            <h2>{t('agency.all')}</h2>
            {value.authorisations.length === 0 && <p className="face-note">{t('agency.none')}</p>}
            {value.authorisations.length > 0 && (
              <table className="face-plain">
                <thead>
                  <tr>
                    {(['no', 'acts', 'modes', 'from', 'to', 'state', 'do'] as const).map((one) => (
                      <th key={one} scope="col">
                        {t(`agency.column.${one}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {value.authorisations.map((one) => {
                    const { no, acts, modes, from, to, revokedOn } = one.record
                    const stands = validity(one)
                    return (
                      <tr key={one.id}>
                        <td>{no}</td>
                        <td>{show(listed(acts.map((name) => t(`agency.act.${name}`))))}</td>
                        <td>{modes ? show(listed(modes)) : t('agency.everyMode')}</td>
                        <td className="number">{from}</td>
                        <td className="number">{to}</td>
                        <td>
                          <StateTag tone={revokedOn ? 'bad' : tones[stands.state]}>
                            {revokedOn
                              ? t('agency.state.revoked', { on: revokedOn })
                              : t(`agency.state.${stands.state}`, {
                                  days: 'days' in stands ? stands.days : 0,
                                })}
                          </StateTag>
                        </td>
                        <td>
                          <ActButton
                            does="putAuthorisation"
                            type="link"
                            size="small"
                            onClick={() => setEditing(one)}
                          >
                            {t('agency.edit')}
                          </ActButton>
                          {!revokedOn && (
                            <Popconfirm
                              title={t('agency.revokeAsk', { no })}
                              okText={t('agency.revoke')}
                              cancelText={t('cancel')}
                              onConfirm={() => revoke(one)}
                            >
                              <ActButton does="revokeAuthorisation" type="link" size="small" danger>
                                {t('agency.revoke')}
                              </ActButton>
                            </Popconfirm>
                          )}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            )}
          </section>
        </div>
      )}
      {editing && value?.agent && (
        <AuthorisationDialog
          principal={value.principal}
          agent={value.agent.uscc}
          known={editing === 'new' ? undefined : editing}
          today={today}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}
