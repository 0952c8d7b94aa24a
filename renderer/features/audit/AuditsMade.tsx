import { Alert, Button, Table } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { AuditRecord, AuditVerdict } from '../../data/port'

/** Which 卷宗 were made here, and whether a file is one of them and unchanged. */
export function AuditsMade() {
  const { t } = useTranslation('audit')
  const show = useText()
  const port = useBook()
  const { refuse } = useAct()
  const version = useChanges('journal')
  const { value, state } = useQueryState(() => port.auditsMade(), version)
  const input = useRef<HTMLInputElement>(null)
  const [checked, setChecked] = useState<{ name: string; verdict: AuditVerdict }>()
  const check = async (file: File) => {
    try {
      setChecked({ name: file.name, verdict: await port.checkAudit(file) })
    } catch (error) {
      refuse(error)
    }
  }
  return (
    <section className="face-card audit-made" aria-label={t('madeTitle')}>
      <h2>{t('madeTitle')}</h2>
      <div className="face-tools">
        <Button data-help="audit.check" onClick={() => input.current?.click()}>
          {t('check')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".zip"
          hidden
          aria-label={t('check')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) void check(file)
            target.value = ''
          }}
        />
      </div>
      {checked && <Verdict {...checked} />}
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<AuditRecord>
        size="small"
        rowKey="seq"
        aria-label={t('madeTitle')}
        loading={state === 'loading'}
        dataSource={value ?? []}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{ emptyText: t('noneMade') }}
        columns={[
          { title: t('column.at'), className: 'audit-day', render: (_v, { at }) => showTime(at) },
          { title: t('column.who'), className: 'audit-day', dataIndex: 'who' },
          { title: t('column.range'), dataIndex: 'asked', ellipsis: true },
          {
            title: t('column.all'),
            align: 'right',
            render: (_v, { documents }) => groupDigits(String(documents)),
          },
          {
            title: t('column.persons'),
            render: (_v, { why }) => (why ? t('inClear', { why }) : t('masked')),
          },
        ]}
      />
    </section>
  )
}

function Verdict({ name, verdict }: { name: string; verdict: AuditVerdict }) {
  const { t } = useTranslation('audit')
  const show = useText()
  if (!verdict.ok) {
    return (
      <Alert
        type="error"
        showIcon
        data-testid="audit-verdict"
        title={t('checkBad', { name, text: show(verdict.text) })}
        description={show(verdict.fix)}
      />
    )
  }
  const { made, documents } = verdict
  return (
    <Alert
      type={made ? 'success' : 'warning'}
      showIcon
      data-testid="audit-verdict"
      title={t(made ? 'checkGood' : 'checkUnknown', { name, n: groupDigits(String(documents)) })}
      description={made && t('checkMade', { time: showTime(made.at), who: made.who })}
    />
  )
}
