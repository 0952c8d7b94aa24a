import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { isDecimal, round } from '#shared/money/decimal'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { HandbookRow } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { ImportButton } from '../sources/ImportButton'

const ratioPlaces = 6
const shownRatio = (ratio: string | undefined): string =>
  ratio !== undefined && isDecimal(ratio) ? round(ratio, ratioPlaces) : ''

/** 加工贸易手册: planned sums, the ratio that counts, and what went out under each with the bonded material in it. */
export function Handbooks() {
  const { t } = useTranslation('rebateAfter')
  const show = useText()
  const port = useBook()
  const today = businessDay(new Date().toISOString())
  const { value, state } = useQueryState(() => port.rebateHandbooks(), useRebateChanges())
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  const columns: TableColumnsType<HandbookRow> = [
    { key: 'number', title: t('handbook.number'), width: 150, render: (_v, { number }) => number },
    {
      key: 'kind',
      title: t('handbook.kind'),
      width: 100,
      render: (_v, { kind }) => t(`handbookKind.${kind}`),
    },
    ...(['plannedImport', 'plannedExport'] as const).map((key) => ({
      key,
      title: t(`handbook.${key}`),
      width: 150,
      align: 'right' as const,
      render: (_v: unknown, row: HandbookRow) => `${groupDigits(row[key])} ${row.currency ?? ''}`,
    })),
    {
      key: 'ratio',
      title: t('handbook.ratio'),
      width: 170,
      align: 'right',
      render: (_v, { kind, ratio, adjusted }) =>
        kind === 'purchased' && (
          <>
            {shownRatio(ratio)} {adjusted && <StateTag tone="neutral">{t('handbook.adjusted')}</StateTag>}
          </>
        ),
    },
    {
      key: 'validTo',
      title: t('handbook.validTo'),
      width: 150,
      render: (_v, { validTo = '', writtenOffOn }) => (
        <>
          {validTo}{' '}
          {writtenOffOn !== undefined ? (
            <StateTag tone="good">{t('handbook.writtenOff')}</StateTag>
          ) : (
            validTo !== '' && validTo < today && <StateTag tone="bad">{t('handbook.over')}</StateTag>
          )}
        </>
      ),
    },
    {
      key: 'items',
      title: t('handbook.items'),
      width: 80,
      align: 'right',
      render: (_v, { items }) => groupDigits(String(items)),
    },
    {
      key: 'fobCny',
      title: t('handbook.fobCny'),
      width: 130,
      align: 'right',
      render: (_v, { fobCny }) => showAmount(fobCny, 'CNY'),
    },
    {
      key: 'bonded',
      title: t('handbook.bonded'),
      width: 150,
      align: 'right',
      render: (_v, { bonded }) => showAmount(bonded, 'CNY'),
    },
  ]
  return (
    <section className="face-page face-scroll" aria-label={t('face.handbooks')} data-help="rebate.handbooks">
      <div className="face-tools">
        <ImportButton kind="handbooks" />
        <span className="face-note">{t('handbook.says')}</span>
      </div>
      <Table<HandbookRow>
        size="small"
        rowKey="number"
        columns={columns}
        dataSource={value as HandbookRow[] | undefined}
        loading={state === 'loading' && !value}
        scroll={{ x: 1110 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('handbook.none')} />,
        }}
      />
    </section>
  )
}
