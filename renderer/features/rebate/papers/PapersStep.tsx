import { FileExcelOutlined } from '@ant-design/icons'
import { Alert, Progress, Spin, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { paperNames } from '#shared/rebate/filing-papers'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { StateTag } from '../../../components/StateTag'
import { listed, useText } from '../../../components/text'
import type { RebatePapersView } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { useOutputs } from '../result/useOutputs'
import { severityTones } from '../words'
import { useWizard } from '../wizard/context'
import { DropPapers } from './DropPapers'
import { JoinReceipts } from './JoinReceipts'
import { PapersForm } from './PapersForm'

/** 备案单证: for every 报关单 what is there of what is needed, until when it is kept, and where. */
export function PapersStep() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const { batch, focus } = useWizard()
  const outputs = useOutputs(batch)
  const today = businessDay(new Date().toISOString())
  const changes = useRebateChanges()
  const { value, state } = useQueryState(
    () => port.rebatePapers(batch.id, today),
    `${changes} ${batch.id} ${today}`,
  )
  const [editing, setEditing] = useState<string | undefined>(focus?.id)
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin />
  const papers = value as RebatePapersView[]
  const edited = papers.find(({ declarationNo }) => declarationNo === editing)
  const columns: TableColumnsType<RebatePapersView> = [
    {
      key: 'no',
      title: t('papers.declaration'),
      width: 180,
      render: (_v, { declarationNo }) => declarationNo,
    },
    {
      key: 'meter',
      title: t('papers.meter'),
      width: 190,
      render: (_v, { have, needed }) => (
        <Progress
          size="small"
          percent={needed === 0 ? 100 : Math.round((have / needed) * 100)}
          format={() => t('papers.of', { have, needed })}
          aria-label={t('papers.of', { have, needed })}
        />
      ),
    },
    {
      key: 'missing',
      title: t('papers.missing'),
      render: (_v, { missing, severity }) => (
        <>
          {severity && <StateTag tone={severityTones[severity]}>{t(`severity.${severity}`)}</StateTag>}{' '}
          {show(listed(missing.map((kind) => show(paperNames[kind]))))}
        </>
      ),
    },
    { key: 'place', title: t('papers.place'), width: 150, render: (_v, { record }) => record.place },
    { key: 'until', title: t('papers.keptUntil'), width: 110, render: (_v, { keptUntil }) => keptUntil },
    {
      key: 'act',
      title: '',
      width: 80,
      render: (_v, { declarationNo }) => (
        <ActButton does="putRebatePapers" size="small" onClick={() => setEditing(declarationNo)}>
          {t('papers.edit')}
        </ActButton>
      ),
    },
  ]
  return (
    <div className="face-page face-scroll">
      <DropPapers papers={papers} />
      <div className="face-tools">
        <span className="face-note">{t('papers.says')}</span>
        <span className="face-space" />
        <JoinReceipts />
        <ActButton
          does="rebateTables"
          icon={<FileExcelOutlined />}
          loading={outputs.busy === 'papers'}
          disabled={papers.length === 0}
          onClick={() => void outputs.save('papers')}
        >
          {t('output.papers')}
        </ActButton>
      </div>
      <Table<RebatePapersView>
        size="small"
        rowKey="declarationNo"
        columns={columns}
        dataSource={papers}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: t('lines.none') }}
      />
      {edited && (
        <PapersForm key={edited.declarationNo} papers={edited} onClose={() => setEditing(undefined)} />
      )}
    </div>
  )
}
