import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chain, partyNames, stepOf, type Transmitters } from '#shared/protocol/transmitters'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { ReadMessages } from '../../app/read-messages/ReadMessages'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useText } from '../../components/text'
import { AskReason } from './AskReason'

const exceptional = chain.filter(({ counterparty }) => counterparty !== undefined)

/** Who transmits each message: the rule of the enterprise, and counterparties that do it otherwise. */
export function Parties() {
  const { t } = useTranslation('departure')
  const show = useText()
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  const changes = useChanges('settings')
  const { value } = useQueryState(() => port.transmitters(), changes)
  const [edited, setEdited] = useState<Transmitters>()
  const [asking, setAsking] = useState(false)
  const table = edited ?? (value as Transmitters | undefined)
  if (!table) return null
  const exceptions = table.exceptions ?? []
  const wrong = exceptions.some(({ code }) => code.trim() === '')
  const change = (at: number, patch: Partial<(typeof exceptions)[number]>) =>
    setEdited({ ...table, exceptions: exceptions.map((one, n) => (n === at ? { ...one, ...patch } : one)) })
  const save = (why: string) => {
    setAsking(false)
    port.setTransmitters(table, why).then(() => {
      setEdited(undefined)
      offerUndo(t('parties.saved'), undefined)
    }, refuse)
  }
  const parties = (message: (typeof chain)[number]['message']) =>
    stepOf(message).parties.map((party) => ({ value: party, label: show(partyNames[party]) }))
  return (
    <div className="departure-face" data-help="departure.parties">
      <section className="face-card">
        <p className="face-note">{t('parties.note')}</p>
        <table className="face-plain" aria-label={t('parties.label')}>
          <thead>
            <tr>
              <th>{t('parties.message')}</th>
              <th>{t('parties.party')}</th>
            </tr>
          </thead>
          <tbody>
            {chain.map(({ message, name, parties: may }) => (
              <tr key={message}>
                <td>
                  {show(name)} <code>{message}</code>
                </td>
                <td>
                  {may.length === 1 ? (
                    show(partyNames[may[0]!])
                  ) : (
                    <Select
                      aria-label={show(name)}
                      className="departure-party"
                      value={table.transmits[message] ?? may[0]!}
                      options={parties(message)}
                      onChange={(party) =>
                        setEdited({ ...table, transmits: { ...table.transmits, [message]: party } })
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="face-card" aria-label={t('parties.exceptions')}>
        <h2>{t('parties.exceptions')}</h2>
        {exceptions.map((one, at) => (
          <div key={at} className="face-tools">
            <Select
              aria-label={t('parties.message')}
              className="departure-party"
              value={one.message}
              options={exceptional.map(({ message, name }) => ({ value: message, label: show(name) }))}
              onChange={(message) => change(at, { message, transmitter: stepOf(message).parties[0]! })}
            />
            <Input
              aria-label={t('parties.code')}
              className="face-select"
              placeholder={t('parties.codeHint')}
              maxLength={18}
              value={one.code}
              status={one.code.trim() === '' ? 'error' : ''}
              onChange={(event) => change(at, { code: event.target.value.trim() })}
            />
            <Select
              aria-label={t('parties.party')}
              className="departure-party"
              value={one.transmitter}
              options={parties(one.message)}
              onChange={(transmitter) => change(at, { transmitter })}
            />
            <ActButton
              does="setTransmitters"
              size="small"
              onClick={() => setEdited({ ...table, exceptions: exceptions.filter((_one, n) => n !== at) })}
            >
              {t('parties.remove')}
            </ActButton>
          </div>
        ))}
        {wrong && <p className="face-error">{t('parties.wrong')}</p>}
        <div className="face-tools">
          <ActButton
            does="setTransmitters"
            size="small"
            onClick={() =>
              setEdited({
                ...table,
                exceptions: [...exceptions, { message: 'CEB505', code: '', transmitter: 'carrier' }],
              })
            }
          >
            {t('parties.add')}
          </ActButton>
          <ReadMessages />
          <span className="face-space" />
          <ActButton
            does="setTransmitters"
            type="primary"
            disabled={!edited || wrong}
            onClick={() => setAsking(true)}
          >
            {t('parties.save')}
          </ActButton>
        </div>
      </section>
      {asking && (
        <AskReason
          title={t('parties.title')}
          confirm={t('parties.save')}
          onConfirm={save}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
