import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Empty, Popconfirm, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import type { NearestEnd } from '#shared/rebate/deadlines/nearest'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { openTab } from '../../../app/navigation'
import { useAct } from '../../../app/useAct'
import { useCommand } from '../../../app/useCommand'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { RebateBatchView } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { stateTones, writtenPeriod } from '../words'
import { BatchDeadline } from './BatchDeadline'
import { NewBatch } from './NewBatch'

export const batchTitle = ({ period, number }: Pick<RebateBatchView, 'period' | 'number'>): string =>
  `${period}-${number}`

const noEnds: Readonly<Record<string, NearestEnd>> = {}

const open = (id: string, title: string) => openTab({ view: 'rebate/batch', params: { id }, title })

function useColumns(
  ends: Readonly<Record<string, NearestEnd>>,
  today: string,
): TableColumnsType<RebateBatchView> {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const { refuse } = useAct()
  const money = (value: string) => showAmount(value, 'CNY')
  return [
    {
      key: 'period',
      title: t('batch.period'),
      width: 76,
      render: (_v, { period }) => writtenPeriod(period),
    },
    {
      key: 'number',
      title: t('batch.number'),
      width: 56,
      render: (_v, one) => (
        <Button type="link" size="small" onClick={() => open(one.id, batchTitle(one))}>
          {one.number}
        </Button>
      ),
    },
    {
      key: 'kind',
      title: `${t('batch.kind')} · ${t('batch.note')}`,
      // What is left of the width; a long note ends in dots.
      ellipsis: { showTitle: false },
      render: (_v, { kind, note }) => (
        <>
          {t(`kind.${kind}`)}{' '}
          {note && (
            <span className="face-note" title={note}>
              {note}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'state',
      title: t('batch.state'),
      width: 104,
      render: (_v, { state, locked }) => (
        <>
          <StateTag tone={stateTones[state]}>{t(`state.${state}`)}</StateTag>
          {locked && <span className="face-note"> {t('batch.locked')}</span>}
        </>
      ),
    },
    {
      key: 'lines',
      title: t('batch.lines'),
      width: 60,
      align: 'right',
      render: (_v, { lines }) => groupDigits(String(lines)),
    },
    {
      key: 'fobUsd',
      title: t('batch.fobUsd'),
      width: 108,
      align: 'right',
      render: (_v, { sums }) => showAmount(sums.fobUsd, 'USD'),
    },
    {
      key: 'net',
      title: t('batch.net'),
      width: 108,
      align: 'right',
      render: (_v, { sums }) => money(sums.net),
    },
    {
      key: 'refund',
      title: t('batch.refund'),
      width: 108,
      align: 'right',
      render: (_v, { sums, run }) => money(run?.refund ?? sums.refund),
    },
    {
      key: 'findings',
      title: t('batch.findings'),
      width: 150,
      render: (_v, { run }) =>
        run
          ? t(run.outdated ? 'batch.countsOld' : 'batch.counts', {
              blocking: run.counts.blocking,
              warning: run.counts.warning,
              dealt: run.dealt,
            })
          : t('batch.notRun'),
    },
    {
      key: 'deadline',
      title: t('batch.deadline'),
      width: 160,
      render: (_v, { id }) => <BatchDeadline end={ends[id]} today={today} />,
    },
    {
      key: 'act',
      title: '',
      width: 64,
      render: (_v, one) =>
        one.lines === 0 && (
          <Popconfirm
            title={t('batch.dropAsk', { batch: batchTitle(one) })}
            okText={t('batch.drop')}
            cancelText={t('cancel')}
            onConfirm={() => port.dropRebateBatch(one.id, t('why.drop')).catch(refuse)}
          >
            <ActButton does="dropRebateBatch" size="small" danger>
              {t('batch.drop')}
            </ActButton>
          </Popconfirm>
        ),
    },
  ]
}

/** 批次: every batch of the book, newest first, with what it is worth, what is found, and until when. */
export function Batches() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const changes = useRebateChanges()
  const today = businessDay(new Date().toISOString())
  const { value, state } = useQueryState(
    async () => ({
      batches: await port.rebateBatches(),
      ends: await port.rebateBatchEnds(today),
      enterprise: await port.rebateEnterprise(),
    }),
    `${changes} ${today}`,
  )
  const columns = useColumns(value?.ends ?? noEnds, today)
  const [making, setMaking] = useState(false)
  const add = () => setMaking(true)
  useCommand({
    id: 'rebate.new',
    does: 'newRebateBatch',
    title: 'rebate:batch.new',
    group: 'room',
    keys: 'Alt+N',
    run: add,
  })
  return (
    <section className="face-page" aria-label={t('face.batches')} data-help="rebate.batches">
      <div className="face-tools">
        <ActButton does="newRebateBatch" type="primary" icon={<PlusOutlined />} onClick={add}>
          {t('batch.new')}
        </ActButton>
        <span className="face-note">{t('batch.promise')}</span>
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<RebateBatchView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={value?.batches as RebateBatchView[] | undefined}
        loading={state === 'loading' && !value}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        onRow={(one) => ({ onDoubleClick: () => open(one.id, batchTitle(one)) })}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('batch.none')} /> }}
      />
      {making && (
        <NewBatch
          kind={value?.enterprise?.type ?? 'trading'}
          onMade={(id) => {
            setMaking(false)
            open(id, t('batch.new'))
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </section>
  )
}
