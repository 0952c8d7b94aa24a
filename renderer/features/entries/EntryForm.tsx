import { Alert, Button, Empty, Input, Spin } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entryFaults, entryOf } from '#shared/entry/entry-faults'
import { entryLabel } from '#shared/entry/read-entries'
import { useWhyNot } from '../../app/roles'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useDraft } from '../../app/drafts'
import { closeTab, tabId, titleTab } from '../../app/navigation'
import type { ViewProps } from '../../app/room'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useOrderNumbers, useOrdersOf } from '../../app/useLinkedOrders'
import { useQueryState } from '../../app/useQuery'
import { RecordForm } from '../../components/record-form/RecordForm'
import { useText } from '../../components/text'
import type { ExportEntry } from '#shared/model/export-entry'
import type { Stored } from '../../data/port'
import { blankEntry, entrySections, readItems, valuesOf } from './fields'
import { ItemsTable } from './ItemsTable'
import { useRefundRemarks } from './useRefundRemarks'
import './entries.css'

const none: readonly string[] = []

function Form({
  params,
  own,
  orderNos,
}: ViewProps & { own: Stored<ExportEntry> | undefined; orderNos: string }) {
  const { t } = useTranslation('entries')
  const show = useText()
  const port = useBook()
  const { act, refuse } = useAct()
  const [busy, setBusy] = useState(false)
  const refused = useWhyNot()('command')
  const stored = useMemo(() => (own ? valuesOf(own.record, orderNos) : blankEntry), [orderNos, own])
  const view = tabId('entries/record', params)
  const title = own?.record.entryId ?? own?.record.preEntryId ?? t('new')
  const { values, change, drop, dirty, moved, keepOwn } = useDraft(view, `${t('title')} ${title}`, stored)
  const items = useMemo(() => readItems(values['items'] ?? ''), [values])
  const remarks = useRefundRemarks(port, values, items)
  const faults = useMemo(() => [...entryFaults(values, items), ...remarks], [items, remarks, values])
  const orders = useOrdersOf(port, values['orderNos'] ?? '')
  useEffect(() => titleTab('entries/record', params, title), [params, title])

  const save = async () => {
    if (!orders.settled || orders.unknown.length > 0) return
    setBusy(true)
    try {
      const record = entryOf(values, items, orders.ids)
      await act({
        name: own ? 'entries.edit' : 'entries.add',
        why: record.entryId ?? '',
        changes: [{ table: 'exportEntries', op: 'put', id: own?.id, rev: own?.rev ?? 0, record }],
        said: t('saved', { number: record.entryId ?? '' }),
      })
      drop()
      closeTab(view)
    } catch (error) {
      if (!(typeof error === 'object' && error !== null && 'code' in error)) refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const inItems = faults.filter(({ field }) => field.startsWith('items'))
  return (
    <RecordForm
      refused={refused}
      label={title}
      sections={entrySections}
      values={values}
      onChange={change}
      faults={faults}
      onSubmit={() => void save()}
      first="entryId"
      newer={
        own && moved.length > 0 && !busy
          ? {
              stored,
              fields: moved,
              labels: { items: t('items.title'), orderNos: t('orders') },
              onKeepOwn: keepOwn,
              onDrop: drop,
            }
          : undefined
      }
      actions={
        <>
          <ActButton
            does="command"
            type="primary"
            htmlType="submit"
            loading={busy}
            disabled={orders.unknown.length > 0}
          >
            {t('save')}
          </ActButton>
          <span className="record-space" />
          {dirty && <span className="record-note-plain">{t('draft')}</span>}
          {dirty && <Button onClick={drop}>{t('giveUp')}</Button>}
        </>
      }
    >
      <fieldset className="record-section entry-section">
        <legend>{t('items.title')}</legend>
        <ItemsTable
          text={values['items'] ?? ''}
          faults={inItems}
          onChange={(text) => change('items', text)}
        />
        {(dirty ? inItems : remarks).slice(0, 5).map(({ field, rule, severity, value, message, fix }) => (
          <Alert
            key={`${field} ${rule}`}
            type={severity === 'refuse' ? 'error' : 'warning'}
            showIcon
            title={t(field === 'items' ? 'items.none' : 'items.fault', {
              at: where(field),
              field: show(entryLabel(field.split('.').at(-1)!)),
              value,
              message: show(message),
              fix: show(fix),
            })}
          />
        ))}
      </fieldset>
      <fieldset className="record-section entry-section" data-help="entries.orders">
        <legend>{t('orders')}</legend>
        <Input.TextArea
          aria-label={t('orders')}
          rows={3}
          placeholder={t('ordersHint')}
          value={values['orderNos'] ?? ''}
          onChange={({ target }) => change('orderNos', target.value)}
        />
        <span className="record-note-plain">{t('found', { count: orders.ids.length })}</span>
        {orders.unknown.length > 0 && (
          <Alert type="error" showIcon title={t('unknown', { numbers: orders.unknown.join(' ') })} />
        )}
      </fieldset>
    </RecordForm>
  )
}

/** `items.0.qty` → `1`: the item as people count; its column is marked in the table. */
const where = (field: string): string => String(Number(field.split('.')[1] ?? 0) + 1)

/** One 报关单 as a tab. */
export function EntryForm({ params }: ViewProps) {
  const { t } = useTranslation('entries')
  const show = useText()
  const port = useBook()
  const id = params['id']
  const changes = useChanges('exportEntries')
  const { value, state } = useQueryState(
    async () => ({ entry: id === undefined ? undefined : await port.get('exportEntries', id) }),
    `${changes} ${id ?? ''}`,
  )
  const own = value?.entry as Stored<ExportEntry> | undefined
  const orderNos = useOrderNumbers(port, own?.record.orders ?? none)
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value || orderNos === undefined) return <Spin />
  if (id !== undefined && !own) return <Empty description={t('gone')} />
  return <Form params={params} own={own} orderNos={orderNos} />
}
