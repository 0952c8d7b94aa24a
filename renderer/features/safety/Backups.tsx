import { Alert, App, Button, Progress, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupEntry, BackupState } from '#shared/ipc/backup'
import { ActButton } from '../../app/ActButton'
import { useSession } from '../../app/book'
import { refreshBackups, runBackup, useSafety } from '../../app/safety/backups'
import { useWhyNot } from '../../app/roles'
import { BackupLine } from '../../app/safety/BackupLine'
import { useAct } from '../../app/useAct'
import { describeFailure, type Failure } from '../../components/failure'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import { Drill } from './Drill'
import { Passphrase } from './Passphrase'

/** The backups of this book: state, writing one now, where they go, and each one looked at or restored for practice. */
export function Backups() {
  const { t } = useTranslation('safety')
  const show = useText()
  const session = useSession()
  const { refuse } = useAct()
  const whyNot = useWhyNot()
  const [noBackup, noManaging] = [whyNot('backup'), whyNot('manage')]
  const { message } = App.useApp()
  const { state, running } = useSafety()
  const [asking, setAsking] = useState(false)
  const [drilling, setDrilling] = useState<BackupEntry>()
  const [less, setLess] = useState<Failure>()
  const [checking, setChecking] = useState<string>()
  if (!state) return null
  const book = session.entry.id

  const backUp = async (confirmed: boolean) => {
    setLess(undefined)
    try {
      await runBackup(session, { confirmed, moves: false })
      void message.success(t('backup.done'))
    } catch (error) {
      const failure = describeFailure(error)
      if (failure.code === 'backup-shrunk') setLess(failure)
      else refuse(error)
    }
  }
  const choosePlace = async () => {
    try {
      if (await window.yiguan.invoke('backup.chooseFolder', book)) await refreshBackups(session)
    } catch (error) {
      refuse(error)
    }
  }
  const check = async ({ id }: BackupEntry) => {
    setChecking(id)
    try {
      await window.yiguan.invoke('backup.check', book, id)
      await refreshBackups(session)
      void message.success(t('backup.checked'))
    } catch (error) {
      refuse(error)
    } finally {
      setChecking(undefined)
    }
  }
  return (
    <section className="face-card safety-backups" aria-label={t('backup.title')}>
      <h2>{t('backup.title')}</h2>
      <BackupLine isInRoom />
      <Warnings state={state} />
      {less && (
        <Alert
          type="error"
          showIcon
          title={show(less.text)}
          action={
            <Button danger size="small" onClick={() => void backUp(true)}>
              {t('backup.anyway')}
            </Button>
          }
        />
      )}
      <div className="face-tools" role="toolbar" aria-label={t('backup.title')}>
        <Button
          type="primary"
          loading={running !== undefined}
          disabled={!state.ready || noBackup !== undefined}
          title={noBackup}
          data-help="safety.backup"
          onClick={() => void backUp(false)}
        >
          {t('backup.now')}
        </Button>
        <Button
          type={state.ready ? 'default' : 'primary'}
          disabled={noManaging !== undefined}
          title={noManaging}
          data-help="safety.passphrase"
          onClick={() => setAsking(true)}
        >
          {t(state.ready ? 'passphraseChange' : 'passphraseSet')}
        </Button>
        <Button
          data-help="safety.place"
          disabled={noManaging !== undefined}
          title={noManaging}
          onClick={() => void choosePlace()}
        >
          {t('backup.choosePlace')}
        </Button>
      </div>
      {running && (
        <Progress
          size="small"
          status="active"
          aria-label={t('backup.running')}
          percent={running.total > 0 ? Math.floor((running.done / running.total) * 100) : 0}
        />
      )}
      <p className="face-note">
        {t('backup.place', { place: state.place })} {t('backup.kept')}
      </p>
      <Table<BackupEntry>
        size="small"
        rowKey="id"
        aria-label={t('backup.list')}
        dataSource={state.backups}
        pagination={{ pageSize: 12, hideOnSinglePage: true }}
        locale={{ emptyText: t('backup.none') }}
        columns={[
          { title: t('column.at'), className: 'safety-time', render: (_v, row) => showTime(row.at) },
          {
            title: t('column.rows'),
            align: 'right',
            className: 'safety-time',
            render: (_v, row) => groupDigits(String(row.rows)),
          },
          {
            title: t('column.size'),
            align: 'right',
            render: (_v, row) => (row.bytes / 1_048_576).toFixed(1),
          },
          { title: t('column.state'), render: (_v, row) => <BackupTone entry={row} /> },
          {
            title: t('column.checked'),
            className: 'safety-time',
            render: (_v, row) => showTime(row.checkedAt),
          },
          {
            title: t('column.acts'),
            className: 'safety-time',
            render: (_v, row) => (
              <>
                <ActButton
                  does="backup.check"
                  type="link"
                  size="small"
                  disabled={row.missing}
                  loading={checking === row.id}
                  onClick={() => void check(row)}
                >
                  {t('backup.check')}
                </ActButton>
                <ActButton
                  does="drill"
                  type="link"
                  size="small"
                  disabled={row.missing}
                  data-help="safety.drill"
                  onClick={() => setDrilling(row)}
                >
                  {t('drill.button')}
                </ActButton>
              </>
            ),
          },
        ]}
      />
      {asking && <Passphrase isSet={state.ready} onClose={() => setAsking(false)} />}
      {drilling && <Drill entry={drilling} onClose={() => setDrilling(undefined)} />}
    </section>
  )
}

function Warnings({ state }: { state: BackupState }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const { disk, failure, beside, ready } = state
  return (
    <>
      {failure && (
        <Alert
          type="error"
          showIcon
          title={t('backup.failed', { time: showTime(failure.at) })}
          description={show(failure.text)}
        />
      )}
      {disk.book !== 'ok' && (
        <Alert
          type={disk.book === 'short' ? 'error' : 'warning'}
          showIcon
          title={t('disk.book', { mb: groupDigits(String(disk.bookFreeMb)) })}
        />
      )}
      {ready && !beside && disk.backup !== 'ok' && (
        <Alert
          type={disk.backup === 'short' ? 'error' : 'warning'}
          showIcon
          title={t('disk.backup', { mb: groupDigits(String(disk.backupFreeMb)) })}
        />
      )}
      {ready && beside && <Alert type="warning" showIcon title={t('backup.beside')} />}
    </>
  )
}

function BackupTone({ entry }: { entry: BackupEntry }) {
  const { t } = useTranslation('safety')
  const { missing, drill, drilledAt, moves } = entry
  if (missing) return <StateTag tone="bad">{t('backup.missing')}</StateTag>
  if (drill === 'failed') return <StateTag tone="bad">{t('drill.failedTag')}</StateTag>
  if (drill === 'ok')
    return <StateTag tone="good">{t('drill.okTag', { time: showTime(drilledAt!) })}</StateTag>
  return <StateTag tone="neutral">{t(moves ? 'backup.moving' : 'backup.written')}</StateTag>
}
