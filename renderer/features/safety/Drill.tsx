import { Alert, Form, Input, Modal, Progress } from 'antd'
import { proxy } from 'comlink'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Difference } from '#shared/backup/manifest'
import type { BackupEntry } from '#shared/ipc/backup'
import { useSession } from '../../app/book'
import { refreshBackups } from '../../app/safety/backups'
import { describeFailure, type Failure } from '../../components/failure'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { DrillReport, RowProgress } from '../../data/port'

/** Restore one backup for practice: its passphrase is asked for, because that is what nobody must have forgotten. */
export function Drill({ entry, onClose }: { entry: BackupEntry; onClose: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const session = useSession()
  const [form] = Form.useForm<{ passphrase: string }>()
  const [progress, setProgress] = useState<RowProgress>()
  const [report, setReport] = useState<DrillReport>()
  const [failure, setFailure] = useState<Failure>()
  const { port } = session
  const book = session.entry.id
  const { invoke } = window.yiguan

  const run = async ({ passphrase }: { passphrase: string }) => {
    setFailure(undefined)
    setReport(undefined)
    setProgress({ done: 0, total: 0 })
    let handle: string | undefined
    try {
      const opened = (handle = await invoke('restore.openOwn', book, entry.id))
      const summary = await invoke('restore.unlock', opened, passphrase)
      const link = { next: () => invoke('restore.next', opened) }
      const found = await port.drill(proxy(link) as never, summary, proxy(setProgress) as never)
      await invoke('backup.drilled', book, entry.id, found.isGood)
      setReport(found)
    } catch (error) {
      const failed = describeFailure(error)
      setFailure(failed)
      // A passphrase that was mistyped says nothing about the backup.
      if (failed.code !== 'backup-passphrase')
        await invoke('backup.drilled', book, entry.id, false).catch(() => undefined)
    } finally {
      setProgress(undefined)
      if (handle) await invoke('restore.close', handle).catch(() => undefined)
      await refreshBackups(session).catch(() => undefined)
    }
  }
  return (
    <Modal
      open
      title={t('drill.title', { time: showTime(entry.at) })}
      okText={t('drill.go')}
      okButtonProps={{ loading: progress !== undefined }}
      cancelText={t('close')}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('drill.what')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void run(values)}>
        <Form.Item
          name="passphrase"
          label={t('passphrase')}
          rules={[{ required: true, message: t('restore.passphraseNeeded') }]}
        >
          <Input.Password autoFocus autoComplete="off" onPressEnter={() => form.submit()} />
        </Form.Item>
      </Form>
      {progress && (
        <Progress
          size="small"
          status="active"
          aria-label={t('drill.going')}
          percent={progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0}
        />
      )}
      {failure && <Alert type="error" showIcon data-testid="drill" title={show(failure.text)} />}
      {report && <Report report={report} />}
    </Modal>
  )
}

function Report({ report }: { report: DrillReport }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const { isGood, stores, rows, parts, differences, journal } = report
  const lines = [
    t('drill.compared', { stores, parts, rows: groupDigits(String(rows)) }),
    ...differences.map((each) => t(...wordsOf(each))),
    journal?.ok && t('drill.journal', { n: groupDigits(String(journal.entries)) }),
    journal?.ok === false && show(journal.text),
    !journal && differences.length === 0 && t('drill.otherKeys'),
  ].filter((line) => line !== undefined && line !== false)
  return (
    <Alert
      type={isGood ? 'success' : 'error'}
      showIcon
      data-testid="drill"
      title={t(isGood ? 'drill.good' : 'drill.bad')}
      description={lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    />
  )
}

const wordsOf = (each: Difference): ['drill.rows' | 'drill.part', Record<string, string | number>] =>
  'part' in each ? ['drill.part', each] : ['drill.rows', each]
