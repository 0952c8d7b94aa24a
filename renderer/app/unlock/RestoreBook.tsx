import { Alert, Button, Descriptions, Form, Input, Progress, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsOf } from '#shared/backup/manifest'
import type { BackupSummary } from '#shared/ipc/backup'
import type { Result } from '#shared/ipc/contract'
import { describeFailure, type Failure } from '../../components/failure'
import { groupDigits } from '../../components/numbers'
import { listed, useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { RowProgress } from '../../data/port'
import { restoreBook } from '../../workers/restore/client'
import { loadBooks, openBook } from '../book'
import { BookTag } from '../frame/BookTag'
import { NewPassword } from './NewPassword'

type Chosen = NonNullable<Result<'restore.choose'>>

/** Three steps: the file, its passphrase, a password of this machine. The book it becomes lies beside those that are there. */
export function RestoreBook({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const [file, setFile] = useState<Chosen>()
  const [summary, setSummary] = useState<BackupSummary>()
  const [progress, setProgress] = useState<RowProgress>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const handle = file?.handle
  useEffect(() => {
    if (!handle) return undefined
    return () => void window.yiguan.invoke('restore.close', handle).catch(() => undefined)
  }, [handle])

  const work = async (step: () => Promise<void>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await step()
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
      setProgress(undefined)
    }
  }
  const choose = () =>
    work(async () => {
      const chosen = await window.yiguan.invoke('restore.choose')
      if (!chosen) return
      setSummary(undefined)
      setFile(chosen)
    })
  const unlock = ({ passphrase }: { passphrase: string }) =>
    work(async () => setSummary(await window.yiguan.invoke('restore.unlock', file!.handle, passphrase)))
  const restore = ({ password }: { password: string }) =>
    work(async () => {
      setProgress({ done: 0, total: 0 })
      const restored = await restoreBook({ handle: file!.handle, summary: summary!, password }, setProgress)
      if ('differences' in restored) {
        const at = show(listed(restored.differences.map(({ store }) => store)))
        const text = {
          zh: t('restore.differs', { at, lng: 'zh' }),
          en: t('restore.differs', { at, lng: 'en' }),
        }
        setFailure({ code: 'differs', text })
        return
      }
      if (!(await openBook(restored.entry, password))) await loadBooks()
    })
  return (
    <section aria-label={t('restore.title')}>
      <Typography.Title level={3}>{t('restore.title')}</Typography.Title>
      <p>{t('restore.what')}</p>
      {failure && <Alert type="error" showIcon title={show(failure.text)} className="entrance-alert" />}
      <Button autoFocus onClick={() => void choose()} disabled={busy} type={file ? 'default' : 'primary'}>
        {t('restore.choose')}
      </Button>
      {file && (
        <p className="restore-file">
          {t('restore.file', {
            name: file.name,
            time: showTime(file.createdAt),
            mb: (file.bytes / 1_048_576).toFixed(1),
          })}
        </p>
      )}
      {file && !summary && (
        <Form layout="vertical" requiredMark={false} onFinish={(values) => void unlock(values)}>
          <Form.Item
            name="passphrase"
            label={t('passphrase')}
            extra={t('restore.passphraseHint')}
            rules={[{ required: true, message: t('restore.passphraseNeeded') }]}
          >
            <Input.Password autoFocus autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('restore.unlock')}
          </Button>
        </Form>
      )}
      {summary && <Contents summary={summary} />}
      {summary && (
        <Form layout="vertical" requiredMark={false} onFinish={(values) => void restore(values)}>
          <NewPassword />
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('restore.go')}
          </Button>
        </Form>
      )}
      {progress && (
        <Progress
          percent={progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0}
          status="active"
          aria-label={t('restore.going')}
        />
      )}
      <Button type="link" className="entrance-more" disabled={busy} onClick={onBack}>
        {t('back')}
      </Button>
    </section>
  )
}

/** What was found in the backup, for somebody who has to be sure that it is the right one. */
function Contents({ summary }: { summary: BackupSummary }) {
  const { t } = useTranslation('safety')
  const { label, kind, officer, createdAt, stores, journal, sends, moves } = summary
  const brings = !moves ? 'no' : moves.certificate ? 'both' : moves.signs ? 'key' : 'none'
  return (
    <Descriptions
      size="small"
      bordered
      column={2}
      className="restore-contents"
      items={[
        { key: 'label', label: t('restore.company'), children: label },
        { key: 'kind', label: t('restore.kind'), children: <BookTag kind={kind} /> },
        { key: 'officer', label: t('restore.officer'), children: officer },
        { key: 'at', label: t('restore.at'), children: showTime(createdAt) },
        { key: 'rows', label: t('restore.rows'), children: groupDigits(String(rowsOf(stores))) },
        {
          key: 'journal',
          label: t('restore.journal'),
          children: t('restore.journalSends', { n: journal.seq, sends }),
        },
        { key: 'moves', label: t('restore.moves'), span: 2, children: t(`restore.brings.${brings}`) },
      ]}
    />
  )
}
