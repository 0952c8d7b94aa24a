import {
  CopyOutlined,
  DeleteOutlined,
  ExportOutlined,
  ImportOutlined,
  PlusOutlined,
  PrinterOutlined,
  SendOutlined,
} from '@ant-design/icons'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { partySheet } from '#shared/filing/sheet'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { openTab } from '../../app/navigation'
import { useAttempt } from '../../app/useAttempt'
import { useCommand } from '../../app/useCommand'
import { useUndoable } from '../../app/useUndoable'
import { selectedCount, type GridSelection } from '../../components/grid'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import type { FilingBatch, PartySheet } from '../../data/port'
import { chosenKeys } from './chosen'
import { printParty } from './print-party'
import type { Choice } from './useParties'

type Props = {
  choice: Choice
  total: number
  selection: GridSelection
  onFiled: (batch: FilingBatch) => void
  onSheet: (sheet: PartySheet) => void
  onGone: () => void
}

const columnWidth = 18

/** What may be done with masters: those that are ticked, else everything the list shows. */
export function PartyTools({ choice, total, selection, onFiled, onSheet, onGone }: Props) {
  const { t } = useTranslation('filing')
  const port = useBook()
  const session = useSession()
  const { modal, message } = App.useApp()
  const act = useUndoable()
  const attempt = useAttempt()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<'file' | 'read'>()
  const ticked = selectedCount(selection, total)
  const count = ticked > 0 ? ticked : total
  const one = ticked === 1 && selection.mode === 'some' ? [...selection.ids][0] : undefined

  const add = () => openTab({ view: 'filing/record', params: {}, title: t('new') })
  useCommand({
    id: 'filing.add',
    does: 'putParty',
    title: 'filing:add',
    group: 'room',
    keys: 'Alt+N',
    run: add,
  })
  const file = async () => {
    setBusy('file')
    const keys = await chosenKeys(port, choice, selection)
    const done = await act(
      () => port.fileParties(keys, t('file.why', { count: keys.length })),
      ({ queued }) => (queued.length > 0 ? t('file.done', { count: queued.length }) : undefined),
    )
    setBusy(undefined)
    if (done) onFiled(done.result)
  }
  const ask = () =>
    modal.confirm({
      title: t('file.title', { count }),
      content: t('file.says'),
      okText: t('file.open'),
      cancelText: t('cancel'),
      onOk: () => void file(),
    })
  useCommand({
    id: 'filing.file',
    does: 'fileParties',
    title: 'filing:file.open',
    group: 'room',
    keys: 'Alt+S',
    run: () => void ask(),
  })

  const read = async (chosen: File | undefined) => {
    if (!chosen) return
    setBusy('read')
    const done = await act(
      () => port.importParties(chosen, t('sheet.why', { file: chosen.name })),
      ({ added, changed }) => (added + changed > 0 ? t('sheet.done', { count: added + changed }) : undefined),
    )
    setBusy(undefined)
    if (done) onSheet(done.result)
  }
  /** Without rows the sheet is the empty form. */
  const write = async (blank: boolean) => {
    const rows = blank ? partySheet([]) : await port.partySheet(await chosenKeys(port, choice, selection))
    const [head = [], ...body] = rows
    const saved = await saveExcel(`${t(blank ? 'sheet.blank' : 'title')}.xlsx`, [
      {
        name: t('title'),
        ...practiceMark(session.entry.kind),
        columns: head.map((title) => ({ title, width: columnWidth, kind: 'text' as const })),
        rows: body,
      },
    ])
    if (saved) message.success(t('saved', { place: saved.shownPath }))
  }
  const drop = async (key: string) => {
    const party = await port.party(key)
    if (!party) return
    const done = await act(
      () => port.dropParty(key, party.rev, t('drop.done', { key })),
      () => t('drop.done', { key }),
    )
    if (done) onGone()
  }
  const print = async (key: string) => {
    const party = await port.party(key)
    const saved = party && (await printParty(session, party))
    if (saved) message.success(t('saved', { place: saved.shownPath }))
  }
  return (
    <>
      <ActButton
        does="fileParties"
        type="primary"
        icon={<SendOutlined />}
        disabled={count === 0}
        loading={busy === 'file'}
        onClick={ask}
      >
        {t('file.open')}
      </ActButton>
      <ActButton does="putParty" icon={<PlusOutlined />} onClick={add}>
        {t('add')}
      </ActButton>
      <ActButton
        does="putParty"
        icon={<CopyOutlined />}
        disabled={!one}
        onClick={() => openTab({ view: 'filing/record', params: { copy: one! }, title: t('new') })}
      >
        {t('copy')}
      </ActButton>
      <ActButton
        does="dropParty"
        danger
        icon={<DeleteOutlined />}
        disabled={!one}
        onClick={() => void drop(one!)}
      >
        {t('drop.open')}
      </ActButton>
      <ActButton
        does="print.pdf"
        icon={<PrinterOutlined />}
        disabled={!one}
        onClick={() => void attempt(() => print(one!))}
      >
        {t('print')}
      </ActButton>
      <input
        ref={input}
        hidden
        type="file"
        accept=".xlsx,.csv"
        aria-label={t('sheet.open')}
        onChange={({ target }) => {
          void read(target.files?.[0])
          // The same sheet may be read again after it was mended.
          target.value = ''
        }}
      />
      <ActButton
        does="importParties"
        icon={<ImportOutlined />}
        loading={busy === 'read'}
        onClick={() => input.current?.click()}
      >
        {t('sheet.open')}
      </ActButton>
      <ActButton
        does="partySheet"
        icon={<ExportOutlined />}
        disabled={total === 0}
        onClick={() => void attempt(() => write(false))}
      >
        {t('export')}
      </ActButton>
      <ActButton does="files.saveAs" type="link" onClick={() => void attempt(() => write(true))}>
        {t('sheet.blank')}
      </ActButton>
    </>
  )
}
