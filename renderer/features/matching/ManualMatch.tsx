import { Alert, App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakKind } from '#shared/matching/break'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { breakTexts } from '#shared/matching/texts'
import { CandidateList } from './CandidateList'
import { useCandidates } from './useCandidates'

type ManualMatchProps = { order: string; kind: BreakKind; onClose: () => void }

/** 手工对碰: give documents to an order, or accept a break as it stands; never without a reason. */
export function ManualMatch({ order, kind, onClose }: ManualMatchProps) {
  const { t } = useTranslation('matching')
  const show = useText()
  const port = useBook()
  const { message } = App.useApp()
  const [number, setNumber] = useState('')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [accepts, setAccepts] = useState<readonly BreakKind[]>([])
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const { dossier, candidates, state } = useCandidates(order, number)

  const breaks = [...new Set([kind, ...(dossier?.match?.breaks ?? []).map((found) => found.kind)])]
  const chosen = candidates.filter(({ row }) => picked.has(row.id))
  const decided = chosen.length > 0 || accepts.length > 0
  const given = reason.trim() !== ''
  const done = async (act: () => Promise<void>, said: string) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await act()
      void message.success(said)
      onClose()
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  const ids = (table: 'payments' | 'waybills') =>
    chosen.filter((one) => one.table === table).map(({ row }) => row.id)
  const decide = () =>
    done(
      () =>
        port.matchManually(
          {
            order,
            payments: ids('payments'),
            waybills: ids('waybills'),
            ...(accepts.length > 0 && { accepts: [...accepts] }),
          },
          reason.trim(),
        ),
      t('manual.done', { orderNo: dossier?.order.orderNo }),
    )
  const undo = () =>
    done(() => port.unmatch(order, reason.trim()), t('manual.undone', { orderNo: dossier?.order.orderNo }))
  const error = typeof state === 'object' ? state.error : failure?.text

  return (
    <Modal
      open
      width={760}
      title={t('manual.title', { orderNo: dossier?.order.orderNo ?? '' })}
      onCancel={onClose}
      footer={[
        <ActButton does="unmatch" key="undo" disabled={!given || busy} onClick={() => void undo()}>
          {t('manual.undo')}
        </ActButton>,
        <Button key="cancel" onClick={onClose}>
          {t('manual.cancel')}
        </Button>,
        <ActButton
          does="matchManually"
          key="ok"
          type="primary"
          loading={busy}
          disabled={!decided || !given}
          onClick={() => void decide()}
        >
          {t('manual.ok')}
        </ActButton>,
      ]}
    >
      <div className="manual">
        <ul className="manual-breaks">
          {dossier?.match?.breaks.map((found) => (
            <li key={`${found.kind} ${found.theirs}`}>{show(found.message)}</li>
          ))}
        </ul>
        <Input.Search
          aria-label={t('manual.search')}
          placeholder={t('manual.search')}
          allowClear
          onSearch={setNumber}
        />
        <CandidateList
          candidates={candidates}
          picked={picked}
          onPick={(id, on) => {
            const next = new Set(picked)
            if (on) next.add(id)
            else next.delete(id)
            setPicked(next)
          }}
        />
        <div className="manual-accept" data-help="matching.accept">
          <span>{t('manual.accept')}</span>
          <Checkbox.Group
            value={[...accepts]}
            options={breaks.map((one) => ({ value: one, label: show(breakTexts[one].label) }))}
            onChange={(values) => setAccepts(values as BreakKind[])}
          />
        </div>
        <label className="manual-reason" data-help="matching.reason">
          {t('manual.reason')}
          <Input
            value={reason}
            aria-required
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing && decided && given && !busy) void decide()
            }}
          />
        </label>
        {error && <Alert type="error" showIcon title={show(error)} />}
      </div>
    </Modal>
  )
}
