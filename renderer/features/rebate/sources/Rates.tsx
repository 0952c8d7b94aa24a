import { Alert, Input, Select, Table, Tag, type TableColumnsType } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fxKinds } from '#shared/model/rebate/fx-rate'
import { kindOf } from '#shared/reference/kinds'
import { useBook } from '../../../app/book'
import { ReferenceButton } from '../../../app/reference/ReferenceButton'
import { useQueryState } from '../../../app/useQuery'
import { useColumnTitles } from '../../../components/column-titles'
import { Grid, type GridColumn, type GridRow } from '../../../components/grid'
import { groupDigits } from '../../../components/numbers'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { FxKind, FxRow, RateEdition } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { CancelledRefunds } from './CancelledRefunds'
import { ImportButton } from './ImportButton'

function Editions() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(() => port.rateEditions(), useRebateChanges())
  const columns: TableColumnsType<RateEdition> = [
    {
      key: 'file',
      title: t('edition.file'),
      render: (_v, { file, used }) => (
        <>
          {file} {used && <Tag color="success">{t('edition.used')}</Tag>}
        </>
      ),
    },
    { key: 'at', title: t('edition.at'), width: 170, render: (_v, { at }) => showTime(at) },
    {
      key: 'entries',
      title: t('edition.entries'),
      width: 100,
      align: 'right',
      render: (_v, { entries }) => groupDigits(String(entries)),
    },
    { key: 'days', title: t('edition.days'), width: 210, render: (_v, { from, to }) => `${from} – ${to}` },
  ]
  return (
    <section className="face-card" aria-label={t('edition.title')} data-help="rebate.editions">
      <h2>{t('edition.title')}</h2>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<RateEdition>
        size="small"
        rowKey="importId"
        columns={columns}
        dataSource={value as RateEdition[] | undefined}
        pagination={{ pageSize: 5, hideOnSinglePage: true }}
        locale={{ emptyText: t('edition.none') }}
      />
    </section>
  )
}

type Row = FxRow & GridRow

/** Rates by kind, with the day each is of; a rate of another kind or day is never put in the place of a missing one. */
function ExchangeRates() {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'fx')
  const port = useBook()
  const changes = useRebateChanges()
  const [kind, setKind] = useState<FxKind | ''>('')
  const [currency, setCurrency] = useState('')
  const asked = useMemo(
    () => ({ ...(kind && { kind }), ...(currency && { currency: currency.toUpperCase() }) }),
    [currency, kind],
  )
  const version = `${changes} ${JSON.stringify(asked)}`
  const head = useQueryState(() => port.fxRates({ ...asked, offset: 0, limit: 1 }), version)
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.fxRates({ ...asked, offset, limit })).rows as unknown as Row[],
    [asked, port],
  )
  const columns = useMemo<GridColumn<Row>[]>(
    () => [
      { key: 'kind', title: title('kind'), width: 180, format: (_v, row) => t(`fxKind.${row.kind}`) },
      { key: 'currency', title: title('currency'), width: 86 },
      { key: 'date', title: title('date'), width: 110 },
      { key: 'rate', title: title('rate'), width: 120, align: 'right' },
      { key: 'source', title: title('source'), width: 320 },
    ],
    [t, title],
  )
  return (
    <section className="face-card rebate-rates" aria-label={t('fx.title')} data-help="rebate.fx">
      <div className="face-tools">
        <h2>{t('fx.title')}</h2>
        <Select<FxKind | ''>
          className="face-choice"
          aria-label={t('fx.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: '', label: t('allOf', { title: t('fx.kind') }) },
            ...fxKinds.map((value) => ({ value, label: t(`fxKind.${value}`) })),
          ]}
        />
        <Input
          className="rebate-code"
          aria-label={t('fx.currency')}
          placeholder={t('fx.currency')}
          maxLength={3}
          value={currency}
          onChange={({ target }) => setCurrency(target.value.trim())}
        />
        <span className="face-note">{t('fx.ecb')}</span>
      </div>
      <div className="face-grid">
        <Grid<Row>
          id="rebate-fx"
          label={title('title')}
          columns={columns}
          source={{ total: head.value?.total ?? 0, version, rows, state: head.state ?? 'ready' }}
          totals={{ filter: { rows: head.value?.total ?? 0 } }}
          empty={<p>{t('fx.none')}</p>}
        />
      </div>
    </section>
  )
}

const nameOf = (table: string) => kindOf(table)!.name(table, new Map())

/** 文库 and exchange rates with their editions, days and sources. */
export function Rates() {
  const { t } = useTranslation('rebate')
  const show = useText()
  return (
    <div className="face-page">
      <div className="face-tools">
        <ImportButton kind="rates" />
        <ImportButton kind="exchange-rates" />
        <CancelledRefunds />
        {(['rebate-rates', 'exchange-rates'] as const).map((table) => (
          <ReferenceButton
            key={table}
            table={table}
            name={nameOf(table)}
            label={t('updateTable', { table: show(nameOf(table)) })}
          />
        ))}
      </div>
      <Editions />
      <ExchangeRates />
    </div>
  )
}
