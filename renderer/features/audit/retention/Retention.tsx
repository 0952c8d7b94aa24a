import { Alert, Button, Progress, Table } from 'antd'
import { proxy } from 'comlink'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditKinds } from '#shared/audit-file/kinds'
import { periodNamed } from '#shared/retention/periods'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAct } from '../../../app/useAct'
import { groupDigits } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { Purged, RetentionLine, RetentionReport, WorkProgress } from '../../../data/port'
import { PurgeDialog } from './PurgeDialog'

/** What has outlived its time, what stays and by which rule; and the act that destroys it. */
export function Retention() {
  const { t } = useTranslation('audit')
  const port = useBook()
  const { refuse } = useAct()
  const [report, setReport] = useState<RetentionReport>()
  const [progress, setProgress] = useState<WorkProgress>()
  const [asking, setAsking] = useState(false)
  const [purged, setPurged] = useState<Purged>()
  const look = async () => {
    setPurged(undefined)
    setProgress({ stage: 'reading', done: 0, total: 0 })
    try {
      setReport(await port.retention(proxy((p: WorkProgress) => setProgress(p)) as never))
    } catch (error) {
      refuse(error)
    } finally {
      setProgress(undefined)
    }
  }
  return (
    <section className="face-card audit-form" aria-label={t('retention.title')}>
      <h2>{t('retention.title')}</h2>
      <p className="face-note">{t('retention.what')}</p>
      <div className="face-tools">
        <Button
          type={report ? 'default' : 'primary'}
          disabled={progress !== undefined}
          data-help="audit.retention"
          onClick={() => void look()}
        >
          {t('retention.look')}
        </Button>
        {report && report.goes > 0 && (
          <ActButton does="purge" danger data-help="audit.purge" onClick={() => setAsking(true)}>
            {t('retention.purge', { n: groupDigits(String(report.goes)) })}
          </ActButton>
        )}
      </div>
      {progress && (
        <Progress
          size="small"
          status="active"
          aria-label={t('working')}
          percent={progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0}
        />
      )}
      {purged && (
        <Alert
          type="success"
          showIcon
          data-testid="purged"
          title={t('retention.purged', { n: groupDigits(String(purged.documents)), files: purged.files })}
          description={t('retention.backups')}
        />
      )}
      {report && <Lines report={report} />}
      {asking && report && (
        <PurgeDialog
          report={report}
          onClose={() => setAsking(false)}
          onDone={(done) => {
            setAsking(false)
            setReport(undefined)
            setPurged(done)
          }}
        />
      )}
    </section>
  )
}

function Lines({ report }: { report: RetentionReport }) {
  const { t } = useTranslation('audit')
  const show = useText()
  const sorted = [...report.lines].sort((a, b) => Number(Boolean(a.keep)) - Number(Boolean(b.keep)))
  return (
    <Table<RetentionLine>
      size="small"
      rowKey={({ kind, keep, period }) => `${kind} ${keep ?? ''} ${period}`}
      aria-label={t('retention.title')}
      pagination={false}
      dataSource={sorted}
      locale={{ emptyText: t('retention.empty') }}
      columns={[
        { title: t('column.kind'), className: 'audit-day', render: (_v, { kind }) => show(auditKinds[kind]) },
        {
          title: t('retention.fate'),
          render: (_v, { keep }) => (
            <StateTag tone={keep ? 'neutral' : 'bad'}>{t(keep ? `keep.${keep}` : 'retention.goes')}</StateTag>
          ),
        },
        {
          title: t('column.all'),
          align: 'right',
          className: 'audit-day',
          render: (_v, { count }) => groupDigits(String(count)),
        },
        {
          title: t('retention.days'),
          className: 'audit-day',
          render: (_v, { days }) => days.filter(Boolean).join(' – '),
        },
        { title: t('retention.until'), className: 'audit-day', dataIndex: 'until' },
        { title: t('retention.rule'), render: (_v, { period }) => <Rule id={period} /> },
      ]}
    />
  )
}

/** The rule with its ground; what was not read in the text itself says so. */
function Rule({ id }: { id: string }) {
  const { t } = useTranslation('audit')
  const show = useText()
  const period = periodNamed(id)
  if (!period) return null
  const [basis] = period.basis
  const article = basis?.article ? t('retention.article', { article: basis.article }) : ''
  return (
    <>
      <div>{show(period.text)}</div>
      <div className="face-note">
        {basis?.document} {article} {basis?.strength === 'to-confirm' && t('retention.toConfirm')}
      </div>
    </>
  )
}
