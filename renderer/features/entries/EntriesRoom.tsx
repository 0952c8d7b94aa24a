import { ExportOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, App, Empty, Popconfirm, Table, type TableColumnsType } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entryLabel } from '#shared/entry/read-entries'
import type { ExportEntry } from '#shared/model/export-entry'
import { sum } from '#shared/money/decimal'
import { ActButton } from '../../app/ActButton'
import { useSession } from '../../app/book'
import { everyRow } from '../../app/list/pages'
import { openTab } from '../../app/navigation'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useCommand } from '../../app/useCommand'
import { useQueryState } from '../../app/useQuery'
import { PlainTemplateButton } from '../../components/import-template/PlainTemplateButton'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { languageOf, useText } from '../../components/text'
import type { Stored } from '../../data/port'
import { entryTemplate } from './template'
import { exportEntries, readEntryFile, type RefusedEntry } from './exchange'
import { stateNames } from './fields'
import './entries.css'

type Row = Stored<ExportEntry>
const tones = { draft: 'waiting', declared: 'waiting', released: 'good', closed: 'good' } as const

/** Totals of the items, each currency by itself. */
function amounts({ items }: ExportEntry): string {
  const currencies = [...new Set(items.map(({ currency }) => currency))]
  return currencies
    .map((one) => {
      const of = items.filter(({ currency }) => currency === one)
      return `${one} ${groupDigits(sum(of.map(({ total }) => total)))}`
    })
    .join(' · ')
}

function useColumns(): TableColumnsType<Row> {
  const { t } = useTranslation('entries')
  const show = useText()
  const { act } = useAct()
  return useMemo(() => {
    const field = (key: keyof ExportEntry & string, width: number) => ({
      key,
      title: show(entryLabel(key)),
      width,
      render: (_: unknown, { record }: Row) => String(record[key] ?? ''),
    })
    return [
      field('entryId', 180),
      field('tradeMode', 80),
      {
        key: 'state',
        title: show(entryLabel('state')),
        width: 90,
        render: (_, { record }) => (
          <StateTag tone={tones[record.state]}>{show(stateNames[record.state])}</StateTag>
        ),
      },
      field('exportDate', 110),
      field('contractNo', 130),
      field('country', 100),
      {
        key: 'items',
        title: t('items.count'),
        width: 70,
        align: 'right',
        render: (_, { record }) => record.items.length,
      },
      {
        key: 'amount',
        title: t('amount'),
        width: 150,
        align: 'right',
        render: (_, { record }) => amounts(record),
      },
      {
        key: 'orders',
        title: t('orderCount'),
        width: 80,
        align: 'right',
        render: (_, { record }) => record.orders.length,
      },
      {
        key: 'acts',
        width: 80,
        render: (_, { id, rev, record }) => (
          <Popconfirm
            title={t('deleteAsk', { number: record.entryId ?? '' })}
            onConfirm={() =>
              act({
                name: 'entries.delete',
                why: record.entryId ?? '',
                changes: [{ table: 'exportEntries', op: 'delete', id, rev }],
                said: t('deleted'),
              }).catch(() => undefined)
            }
          >
            <ActButton does="command" size="small" danger>
              {t('delete')}
            </ActButton>
          </Popconfirm>
        ),
      },
    ]
  }, [act, show, t])
}

function Refused({ refused, onClose }: { refused: readonly RefusedEntry[]; onClose: () => void }) {
  const { t } = useTranslation('entries')
  const show = useText()
  return (
    <Alert
      type="error"
      showIcon
      closable={{ onClose }}
      title={t('refused', { count: refused.length })}
      description={
        <ul>
          {refused.slice(0, 20).map(({ row, number, faults, orders }) => (
            <li key={row}>
              {t('refusedRow', { row, number })}
              {faults.map(({ field, value, message, fix }) => (
                <div key={`${field} ${value}`}>
                  {t('refusedField', {
                    field: show(entryLabel(field.split('.').at(-1)!)),
                    value,
                    message: show(message),
                    fix: show(fix),
                  })}
                </div>
              ))}
              {orders.length > 0 && <div>{t('unknown', { numbers: orders.join(' ') })}</div>}
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** 报关单 that were declared outside: typed or imported, linked to their orders. */
export function EntriesRoom() {
  const { t, i18n } = useTranslation('entries')
  const show = useText()
  const { port, entry } = useSession()
  const { message } = App.useApp()
  const { act, refuse } = useAct()
  const input = useRef<HTMLInputElement>(null)
  const changes = useChanges('exportEntries')
  const columns = useColumns()
  const [refused, setRefused] = useState<readonly RefusedEntry[]>([])
  const { value, state } = useQueryState(() => port.all('exportEntries'), changes)
  const all = (value ?? []) as Row[]
  const add = () => openTab({ view: 'entries/record', params: {}, title: t('new') })
  useCommand({
    id: 'entries.add',
    does: 'command',
    title: 'entries:new',
    group: 'room',
    keys: 'Alt+N',
    run: add,
  })

  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      const read = await readEntryFile(file, port, all)
      if (!read) return void message.error(t('noSheet', { file: file.name }))
      setRefused(read.refused)
      if (read.unknown.length > 0) message.info(t('unread', { columns: read.unknown.join(' ') }), 8)
      if (read.changes.length === 0) return
      const said = t('imported', { added: read.added, updated: read.updated })
      await act({ name: 'entries.import', why: file.name, changes: read.changes, said })
    } catch (error) {
      if (!(typeof error === 'object' && error !== null && 'code' in error)) refuse(error)
    }
  }
  const save = async () => {
    const rows = await Promise.all(
      all.map(async ({ record }) => {
        const filter = { ids: record.orders }
        const rows = await everyRow((offset, limit) => port.page({ table: 'orders', filter, offset, limit }))
        return { entry: record, orderNos: rows.map(({ orderNo }) => orderNo).join(' ') }
      }),
    )
    await exportEntries(t('title'), rows, entry.kind)
  }
  return (
    <div className="entries" data-room="entries">
      <div className="entries-tools" role="toolbar" aria-label={t('title')}>
        <ActButton does="command" type="primary" icon={<PlusOutlined />} onClick={add}>
          {t('new')}
        </ActButton>
        <ActButton does="command" icon={<ImportOutlined />} onClick={() => input.current?.click()}>
          {t('import')}
        </ActButton>
        <PlainTemplateButton
          file={t('templateFile')}
          template={() => entryTemplate(t('title'), languageOf(i18n.language))}
          onFailure={refuse}
        />
        <ActButton does="files.saveAs" icon={<ExportOutlined />} onClick={() => void save().catch(refuse)}>
          {t('export')}
        </ActButton>
        <input
          ref={input}
          hidden
          type="file"
          accept=".xlsx"
          aria-label={t('importFile')}
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
        <span>{t('hint')}</span>
      </div>
      {refused.length > 0 && <Refused refused={refused} onClose={() => setRefused([])} />}
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<Row>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={all}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> }}
        onRow={({ id, record }) => ({
          onDoubleClick: () =>
            openTab({ view: 'entries/record', params: { id }, title: record.entryId ?? t('new') }),
        })}
      />
    </div>
  )
}
