import { ExportOutlined, MedicineBoxOutlined } from '@ant-design/icons'
import { Alert, App, Button, Spin } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { diagnose, type Finding } from '#shared/network/diagnose'
import type { NetworkFacts } from '#shared/network/facts'
import { checkNames, levelNames, mainFinding, reportText } from '#shared/network/report'
import { ActButton } from '../../app/ActButton'
import { useSession } from '../../app/book'
import { useCommand } from '../../app/useCommand'
import { describeFailure, type Failure } from '../../components/failure'
import { saveFile } from '../../components/save/save-file'
import { StateTag, type StateTone } from '../../components/StateTag'
import { languageOf, useText } from '../../components/text'
import { showTime } from '../../components/time'

const tones: Record<Finding['level'], StateTone> = {
  good: 'good',
  warning: 'waiting',
  bad: 'bad',
  skipped: 'neutral',
}

function Step({ finding }: { finding: Finding }) {
  const show = useText()
  const { check, level, says, fix } = finding
  return (
    <li className={`doctor-step doctor-${level}`}>
      <StateTag tone={tones[level]}>{show(levelNames[level])}</StateTag>
      <div>
        <strong>{show(checkNames[check])}</strong>
        <p>{show(says)}</p>
        {fix && <p className="doctor-fix">{show(fix)}</p>}
      </div>
    </li>
  )
}

function Verdict({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('network')
  const show = useText()
  const first = mainFinding(findings)
  if (!first) return <Alert type="success" showIcon title={t('doctor.well')} />
  return (
    <Alert
      type={first.level === 'bad' ? 'error' : 'warning'}
      showIcon
      title={show(first.says)}
      description={first.fix && show(first.fix)}
    />
  )
}

/** 网络体检: every step of the connection with its result and remedy. `at` changes when it is asked for from elsewhere. */
export function Doctor({ at }: { at: string | undefined }) {
  const { t, i18n } = useTranslation('network')
  const show = useText()
  const { entry } = useSession()
  const { message } = App.useApp()
  const [facts, setFacts] = useState<NetworkFacts>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const run = useCallback(async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      setFacts(await window.yiguan.invoke('network.examine', entry.id))
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }, [entry.id])
  useEffect(() => {
    if (at !== undefined) void run()
  }, [at, run])
  useCommand({
    id: 'network.examine',
    title: 'network:doctor.run',
    group: 'room',
    keys: 'Alt+T',
    run: () => void run(),
  })

  const save = async () => {
    if (!facts) return
    try {
      const { version } = await window.yiguan.invoke('app.info')
      const text = reportText(facts, languageOf(i18n.language), version)
      // The mark lets a plain editor of Windows read the Chinese words.
      const saved = await saveFile(`${t('doctor.title')}.txt`, 'txt', async () =>
        new TextEncoder().encode(`\uFEFF${text}`),
      )
      if (saved) message.success(t('doctor.exported', { path: saved.shownPath }))
    } catch (error) {
      message.error(show(describeFailure(error).text))
    }
  }
  const findings = facts && diagnose(facts)
  return (
    <section className="doctor" aria-label={t('doctor.title')} data-help="network.doctor">
      <header>
        <h2>{t('doctor.title')}</h2>
        {facts && <span className="network-hint">{showTime(facts.at)}</span>}
        <span className="network-space" />
        {facts && (
          <ActButton does="files.saveAs" icon={<ExportOutlined />} onClick={() => void save()}>
            {t('doctor.export')}
          </ActButton>
        )}
        <Button type="primary" icon={<MedicineBoxOutlined />} loading={busy} onClick={() => void run()}>
          {t('doctor.run')}
        </Button>
      </header>
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      {!findings && !busy && <p className="network-hint">{t('doctor.what')}</p>}
      {!findings && busy && <Spin description={t('doctor.running')} />}
      <div aria-live="polite" aria-busy={busy}>
        {findings && <Verdict findings={findings} />}
      </div>
      {findings && (
        <ol className="doctor-steps">
          {findings.map((finding) => (
            <Step key={finding.check} finding={finding} />
          ))}
        </ol>
      )}
    </section>
  )
}
