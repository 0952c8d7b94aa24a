import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import type { Party } from '#shared/filing/party'
import { labelOf } from '#shared/filing/views'
import { useWhyNot } from '../../../app/roles'
import { ActButton } from '../../../app/ActButton'
import { useBook, useSession } from '../../../app/book'
import { FiledResult } from '../../../app/filed/FiledResult'
import { closeTab, openTab, tabId } from '../../../app/navigation'
import type { Params } from '../../../app/room'
import { useAttempt } from '../../../app/useAttempt'
import { useCommand } from '../../../app/useCommand'
import { useUndoable } from '../../../app/useUndoable'
import { RecordForm } from '../../../components/record-form/RecordForm'
import { useText } from '../../../components/text'
import type { FilingBatch, PartyView } from '../../../data/port'
import { openParty } from '../open'
import { printParty } from '../print-party'
import { faultsOf, keyOf, partySections } from './fields'
import { reasonNotes } from './reasons'
import { RolesModes } from './RolesModes'
import type { PartyDraft } from './usePartyDraft'

type Props = {
  params: Params
  codes: CodeBook
  practice: boolean
  view: PartyView | undefined
  party: Party
  draft: PartyDraft
}

/** 暂存 keeps it as it is and asks for nothing; 申报 checks everything and puts it into the queue. */
export function PartyForm({ params, codes, practice, view, party, draft }: Props) {
  const { t } = useTranslation('filing')
  const show = useText()
  const port = useBook()
  const session = useSession()
  const act = useUndoable()
  const attempt = useAttempt()
  const [busy, setBusy] = useState(false)
  const refused = useWhyNot()('putParty')
  const [filed, setFiled] = useState<FilingBatch>()
  const notes = useMemo(() => reasonNotes(view?.pinned ?? []), [view])
  const sections = useMemo(() => partySections(party, codes, notes), [codes, notes, party])
  const faults = useMemo(() => faultsOf(party, practice), [party, practice])
  const key = view?.key ?? keyOf(party)
  const pinned = view?.pinned.filter(({ changed }) => !changed) ?? []

  /** A new master goes on as a stored one, in a tab of its own. */
  const keep = async (): Promise<string | undefined> => {
    const saved = draft.dirty || !view ? await draft.save(t('saveWhy')) : view.key
    if (saved === undefined || view) return saved
    draft.drop()
    closeTab(tabId('filing/record', params))
    openParty(saved, party.values.name ?? party.values.personName ?? saved)
    return saved
  }
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const file = async () => {
    const saved = await keep()
    if (saved === undefined) return
    const done = await act(
      () => port.fileParties([saved], t('file.why', { count: 1 })),
      ({ queued }) => (queued.length > 0 ? t('file.done', { count: 1 }) : undefined),
    )
    setFiled(done?.result)
  }
  useCommand({
    id: 'filing.save',
    does: 'putParty',
    title: 'filing:save',
    group: 'room',
    keys: 'Mod+S',
    enabled: () => key !== undefined,
    run: () => void run(keep),
  })
  useCommand({
    id: 'filing.undo',
    title: 'filing:undo',
    group: 'edit',
    keys: 'Mod+Z',
    enabled: () => draft.undo !== undefined,
    run: () => draft.undo?.(),
  })
  useCommand({
    id: 'filing.redo',
    title: 'filing:redo',
    group: 'edit',
    keys: 'Mod+Y',
    enabled: () => draft.redo !== undefined,
    run: () => draft.redo?.(),
  })
  return (
    <>
      {pinned.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('returned', { count: pinned.length })}
          description={
            <ul className="filing-reasons">
              {pinned.map(({ field, text }) => (
                <li key={`${field} ${text}`}>
                  {field === '' ? text : `${show(labelOf(field as never))}: ${text}`}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {filed && (
        <FiledResult
          batch={filed}
          onOpen={(one) => openParty(one, one)}
          onClose={() => setFiled(undefined)}
        />
      )}
      <RolesModes values={draft.values} onChange={draft.edit} />
      <RecordForm
        refused={refused}
        label={t('record.form')}
        sections={sections}
        values={draft.values}
        onChange={draft.edit}
        faults={faults}
        onSubmit={() => void run(file)}
        {...(draft.failure && { failure: draft.failure })}
        {...(draft.newer && { newer: draft.newer })}
        first={party.roles.every((role) => role === 'individual') ? 'contactName' : 'uscc'}
        actions={
          <>
            <ActButton does="putParty" disabled={key === undefined || busy} onClick={() => void run(keep)}>
              {t('save')}
            </ActButton>
            <ActButton does="fileParties" type="primary" htmlType="submit" loading={busy}>
              {t('file.open')}
            </ActButton>
            {view && (
              <>
                <ActButton
                  does="putParty"
                  onClick={() =>
                    openTab({ view: 'filing/record', params: { copy: view.key }, title: t('new') })
                  }
                >
                  {t('copy')}
                </ActButton>
                <ActButton does="print.pdf" onClick={() => void attempt(() => printParty(session, view))}>
                  {t('print')}
                </ActButton>
              </>
            )}
            <span className="record-space" />
            <Button disabled={!draft.undo} onClick={draft.undo}>
              {t('undo')}
            </Button>
            <Button disabled={!draft.redo} onClick={draft.redo}>
              {t('redo')}
            </Button>
            {key === undefined && <span className="record-note-plain">{t('noKey')}</span>}
          </>
        }
      />
    </>
  )
}
