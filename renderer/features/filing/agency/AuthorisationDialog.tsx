import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay } from '#shared/time/day'
import { agentActs, type AgentAct, type Authorisation } from '#shared/filing/authorisation'
import { filingModes, type FilingMode } from '#shared/filing/roles'
import { useBook } from '../../../app/book'
import { useUndoable } from '../../../app/useUndoable'
import type { Stored } from '../../../data/port'

type Props = {
  principal: string
  agent: string
  known: Stored<Authorisation> | undefined
  today: string
  onClose: () => void
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text.replaceAll('-', ''))

/** An authorisation as the principal signed it: number, acts, modes, first and last day. */
export function AuthorisationDialog({ principal, agent, known, today, onClose }: Props) {
  const { t } = useTranslation('filing')
  const port = useBook()
  const act = useUndoable()
  const [no, setNo] = useState(known?.record.no ?? '')
  const [acts, setActs] = useState<AgentAct[]>(known?.record.acts ?? ['open', 'declare', 'send'])
  const [modes, setModes] = useState<FilingMode[]>(known?.record.modes ?? [])
  const [from, setFrom] = useState(known?.record.from ?? today)
  const [to, setTo] = useState(known?.record.to ?? '')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const fault =
    no.trim() === ''
      ? 'no'
      : acts.length === 0
        ? 'acts'
        : !isDate(from)
          ? 'from'
          : !isDate(to) || to < from
            ? 'to'
            : undefined
  const save = async () => {
    setTried(true)
    if (fault) return
    setBusy(true)
    const { revokedOn } = known?.record ?? {}
    const record: Authorisation = {
      no: no.trim(),
      principal,
      agent,
      acts,
      from,
      to,
      ...(modes.length > 0 && { modes }),
      ...(revokedOn !== undefined && { revokedOn }),
    }
    const said = t('agency.saved', { no: record.no })
    const done = await act(
      () => port.putAuthorisation(record, known?.rev ?? 0, said),
      () => said,
    )
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Modal
      open
      title={known ? t('agency.edit') : t('agency.add')}
      okText={t('agency.save')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <label className="face-field">
        {t('agency.column.no')}
        <Input
          autoFocus
          disabled={known !== undefined}
          value={no}
          onChange={({ target }) => setNo(target.value)}
        />
      </label>
      <div className="face-field">
        {t('agency.column.acts')}
        <Checkbox.Group<AgentAct>
          aria-label={t('agency.column.acts')}
          value={acts}
          onChange={setActs}
          options={agentActs.map((value) => ({ value, label: t(`agency.act.${value}`) }))}
        />
      </div>
      <div className="face-field">
        {t('agency.modesAsked')}
        <Checkbox.Group<FilingMode>
          aria-label={t('agency.column.modes')}
          value={modes}
          onChange={setModes}
          options={filingModes.map((value) => ({ value, label: value }))}
        />
      </div>
      <div className="face-fields">
        <label>
          {t('agency.column.from')}
          <Input className="number" value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          {t('agency.column.to')}
          <Input
            className="number"
            placeholder="2026-12-31"
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        </label>
      </div>
      {tried && fault && (
        <p className="face-error" role="alert">
          {t(`agency.fault.${fault}`)}
        </p>
      )}
    </Modal>
  )
}
