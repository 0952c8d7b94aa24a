import {
  CopyOutlined,
  DeleteOutlined,
  EditOutlined,
  ExportOutlined,
  FileExcelOutlined,
  ImportOutlined,
  PlusOutlined,
  PrinterOutlined,
  SendOutlined,
} from '@ant-design/icons'
import { App, Dropdown } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { elementOf } from '#shared/declaration/master-check'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { openTab } from '../../app/navigation'
import { useAct } from '../../app/useAct'
import { useCommand } from '../../app/useCommand'
import { selectedCount, type GridSelection, type GridSort } from '../../components/grid'
import { useImportTemplate } from '../../components/import-template/useImportTemplate'
import { languageOf } from '../../components/text'
import { useCodeBook } from '../../components/useCodeBook'
import { useUndoable } from '../../app/useUndoable'
import type { Change, Filter, FilingBatch } from '../../data/port'
import { eachGoodsRow } from './each-goods'
import { exportGoods } from './excel'
import { GoodsBulkEdit } from './GoodsBulkEdit'
import { GoodsImport } from './GoodsImport'
import { printGoods } from './print-goods'
import { selectedFilter, sortOf } from './useGoodsList'

type ToolsProps = {
  onFiled: (batch: FilingBatch) => void
  filter: Filter
  sort: GridSort | undefined
  selection: GridSelection
  total: number
  onDone: () => void
}

/** More rows than this are nobody's paper; they go out as a sheet. */
const mostPrinted = 2000
/** More rows than this are not deleted in one act. */
const mostDeleted = 1000

/** What may be done with goods. Bulk edit takes what is ticked, else everything the filter shows. */
export function GoodsTools({ filter, sort, selection, total, onDone, onFiled }: ToolsProps) {
  const { t, i18n } = useTranslation('goods')
  const port = useBook()
  const session = useSession()
  const { entry } = session
  const codes = useCodeBook()
  const { modal, message } = App.useApp()
  const { act, refuse } = useAct()
  const meaning = useCallback(
    (field: string) => elementOf('goods', field)?.meaning[languageOf(i18n.language)] ?? '',
    [i18n.language],
  )
  const saveTemplate = useImportTemplate('goods', meaning)
  const [open, setOpen] = useState<'bulk' | 'import'>()
  const undoable = useUndoable()
  const [filing, setFiling] = useState(false)
  const chosen = selectedCount(selection, total)
  const scope = chosen > 0 ? selectedFilter(filter, selection) : filter
  const count = chosen > 0 ? chosen : total
  const one = chosen === 1 && selection.mode === 'some' ? [...selection.ids][0] : undefined
  const add = () => openTab({ view: 'goods/record', params: {}, title: t('new') })
  useCommand({ id: 'goods.add', does: 'command', title: 'goods:add', group: 'room', keys: 'Alt+N', run: add })
  useCommand({
    id: 'goods.bulk',
    does: 'enter',
    title: 'goods:bulk',
    group: 'room',
    keys: 'Alt+B',
    enabled: () => count > 0,
    run: () => setOpen('bulk'),
  })

  const remove = async () => {
    const changes: Change[] = []
    for await (const rows of eachGoodsRow(port, scope)) {
      changes.push(...rows.map(({ id, rev }): Change => ({ table: 'goods', op: 'delete', id, rev })))
    }
    await act({
      name: 'goods.delete',
      why: t('delete'),
      changes,
      said: t('deleted', { count: changes.length }),
    })
    onDone()
  }
  const file = async () => {
    setFiling(true)
    const done = await undoable(
      () => port.fileGoods(scope, t('file.why', { count })),
      ({ queued }) => (queued.length > 0 ? t('file.done', { count: queued.length }) : undefined),
    )
    setFiling(false)
    if (done) onFiled(done.result)
  }
  const print = async () => {
    try {
      const saved = await printGoods(session, scope, sortOf(sort), codes!)
      if (saved) void message.success(t('print.done', { place: saved.shownPath }))
    } catch (error) {
      refuse(error)
    }
  }
  const askFile = () =>
    modal.confirm({
      title: t('file.ask', { count }),
      content: t('file.says'),
      okText: t('file.open'),
      onOk: () => void file(),
    })
  const askRemove = () =>
    modal.confirm({
      title: t('deleteAsk', { count: chosen }),
      content: t('deleteHint'),
      okText: t('delete'),
      okButtonProps: { danger: true },
      // A refusal is already on the screen.
      onOk: () => remove().catch(() => undefined),
    })
  return (
    <div className="goods-tools" role="toolbar" aria-label={t('title')}>
      <ActButton does="command" type="primary" icon={<PlusOutlined />} onClick={add}>
        {t('add')}
      </ActButton>
      <ActButton
        does="command"
        icon={<CopyOutlined />}
        disabled={!one}
        onClick={() => openTab({ view: 'goods/record', params: { copy: one! }, title: t('new') })}
      >
        {t('copy')}
      </ActButton>
      <ActButton does="enter" icon={<EditOutlined />} disabled={count === 0} onClick={() => setOpen('bulk')}>
        {t('bulk')}
      </ActButton>
      <ActButton
        does="fileGoods"
        icon={<SendOutlined />}
        disabled={count === 0}
        loading={filing}
        onClick={askFile}
      >
        {t('file.open')}
      </ActButton>
      <ActButton
        does="command"
        icon={<DeleteOutlined />}
        danger
        disabled={chosen === 0 || chosen > mostDeleted}
        onClick={askRemove}
      >
        {t('delete')}
      </ActButton>
      <ActButton
        does="print.pdf"
        icon={<PrinterOutlined />}
        disabled={count === 0 || count > mostPrinted || !codes}
        title={count > mostPrinted ? t('print.most', { count: mostPrinted }) : undefined}
        onClick={() => void print()}
      >
        {t('print.open')}
      </ActButton>
      <span className="record-space" />
      <ActButton does="importFile" icon={<ImportOutlined />} onClick={() => setOpen('import')}>
        {t('import.open')}
      </ActButton>
      <Dropdown
        menu={{
          items: [
            {
              key: 'rows',
              icon: <ExportOutlined />,
              label: t('excel.export', { count: total }),
              disabled: total === 0,
            },
            { key: 'template', icon: <FileExcelOutlined />, label: t('excel.template') },
          ],
          onClick: ({ key }) =>
            key === 'template'
              ? void saveTemplate?.().catch(refuse)
              : void exportGoods(port, t('title'), filter, sortOf(sort), entry.kind).catch(refuse),
        }}
      >
        <ActButton does="files.saveAs" icon={<FileExcelOutlined />}>
          {t('excel.menu')}
        </ActButton>
      </Dropdown>
      <GoodsBulkEdit open={open === 'bulk'} filter={scope} rows={count} onClose={() => setOpen(undefined)} />
      <GoodsImport open={open === 'import'} onClose={() => setOpen(undefined)} />
    </div>
  )
}
