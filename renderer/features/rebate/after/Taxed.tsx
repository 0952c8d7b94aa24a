import { Alert, App, Empty, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { sum } from '#shared/money/decimal'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { RuleLink } from '../../../app/grounds/RuleLink'
import { useAttempt } from '../../../app/useAttempt'
import { useQueryState } from '../../../app/useQuery'
import { showAmount } from '../../../components/numbers'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { languageOf, useText } from '../../../components/text'
import { savePdf } from '../../../components/save/save-pdf'
import type { TaxedRow } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { writtenKey, writtenPeriod } from '../words'
import { TaxedDialog } from './TaxedDialog'
import { useTaxedSheet } from './useTaxedSheet'

const tones: Readonly<Record<TaxedRow['state'], StateTone>> = {
  open: 'waiting',
  overdue: 'bad',
  accounted: 'good',
}

/** 视同内销: exports that are taxed, why, what each owes and by when, and whether it was accounted for. */
export function Taxed() {
  const { t, i18n } = useTranslation('rebateAfter')
  const show = useText()
  const port = useBook()
  const today = businessDay(new Date().toISOString())
  const { value, state } = useQueryState(() => port.rebateTaxed(today), `${useRebateChanges()} ${today}`)
  const [opened, setOpened] = useState<TaxedRow>()
  const sheet = useTaxedSheet()
  const act = useAttempt()
  const { message } = App.useApp()
  const print = async () => {
    const saved = await act(async () =>
      savePdf(`${t('face.taxed')}.pdf`, await port.rebateTaxedPrint(today, languageOf(i18n.language))),
    )
    if (saved) void message.success(t('saved', { place: saved.shownPath }))
  }
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  const rows = value as TaxedRow[] | undefined
  const open = (rows ?? []).filter((row) => row.state !== 'accounted')
  const columns: TableColumnsType<TaxedRow> = [
    { key: 'key', title: t('taxed.key'), width: 176, render: (_v, { key }) => writtenKey(key) },
    { key: 'name', title: t('taxed.name'), width: 110, ellipsis: true, render: (_v, { name }) => name },
    { key: 'day', title: t('taxed.exportDate'), width: 96, render: (_v, { exportDate }) => exportDate },
    {
      key: 'why',
      title: t('taxed.reason'),
      render: (_v, { decidedBy, why }) => (
        <>
          {decidedBy && <RuleLink rule={decidedBy} />} {show(why)}
        </>
      ),
    },
    {
      key: 'fob',
      title: t('taxed.fobCny'),
      width: 110,
      align: 'right',
      render: (_v, { fobCny }) => (fobCny === undefined ? t('taxed.missing') : showAmount(fobCny, 'CNY')),
    },
    {
      key: 'vat',
      title: t('taxed.outputVat'),
      width: 100,
      align: 'right',
      render: (_v, { outputVat }) => (outputVat === undefined ? '' : showAmount(outputVat, 'CNY')),
    },
    {
      key: 'due',
      title: t('taxed.due'),
      width: 92,
      render: (_v, { dueOn, dueMonth = '' }) => dueOn ?? dueMonth,
    },
    {
      key: 'state',
      title: t('taxed.state'),
      width: 150,
      render: (_v, { state: where, record }) => (
        <StateTag tone={tones[where]}>
          {t(`taxedState.${where}`)} {record.period !== undefined && writtenPeriod(record.period)}
        </StateTag>
      ),
    },
    {
      key: 'act',
      title: '',
      width: 72,
      render: (_v, row) => (
        <ActButton does="keepRebateTaxed" size="small" onClick={() => setOpened(row)}>
          {t('taxed.note')}
        </ActButton>
      ),
    },
  ]
  return (
    <section className="face-page face-scroll" aria-label={t('face.taxed')} data-help="rebate.taxed">
      <div className="face-tools">
        <span className="face-note">{t('taxed.what')}</span>
        <span className="face-space" />
        {open.length > 0 && (
          <b>
            {t('taxed.total', {
              count: open.length,
              vat: showAmount(sum(open.map(({ outputVat }) => outputVat ?? '0')), 'CNY'),
            })}
          </b>
        )}
        <ActButton
          does="files.saveAs"
          disabled={!rows || rows.length === 0}
          onClick={() => rows && void sheet(rows)}
        >
          {t('taxed.excel')}
        </ActButton>
        <ActButton does="rebateTaxedPrint" disabled={!rows || rows.length === 0} onClick={() => void print()}>
          {t('taxed.pdf')}
        </ActButton>
      </div>
      <Table<TaxedRow>
        size="small"
        rowKey="key"
        columns={columns}
        dataSource={rows}
        loading={state === 'loading' && !rows}
        scroll={{ x: 1100 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('taxed.none')} /> }}
      />
      {opened && <TaxedDialog row={opened} onClose={() => setOpened(undefined)} />}
    </section>
  )
}
