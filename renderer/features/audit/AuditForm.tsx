import { Alert, App, Button, Checkbox, DatePicker, Input, Progress, Segmented, Table } from 'antd'
import { proxy } from 'comlink'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditKinds } from '#shared/audit-file/kinds'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useAttempt } from '../../app/useAttempt'
import { FileDrop } from '../../components/FileDrop'
import { groupDigits } from '../../components/numbers'
import { saveFile } from '../../components/save/save-file'
import { savePdf } from '../../components/save/save-pdf'
import { useText } from '../../components/text'
import type { AuditFile, AuditPreview, WorkProgress } from '../../data/port'
import { askedOf, type Draft } from './asked'

const day = 'YYYY-MM-DD'
const none: Draft = { by: 'numbers', text: '', from: '', to: '' }

/** What is asked for, what belongs to it, and the 卷宗 of it. */
export function AuditForm() {
  const { t } = useTranslation('audit')
  const port = useBook()
  const { message } = App.useApp()
  const { refuse } = useAct()
  const [progress, setProgress] = useState<WorkProgress>()
  const [draft, setDraft] = useState(none)
  const [preview, setPreview] = useState<AuditPreview>()
  const [files, setFiles] = useState<readonly File[]>([])
  const [clear, setClear] = useState(false)
  const [reason, setReason] = useState('')
  const [made, setMade] = useState<AuditFile>()
  const { ask, dropped } = askedOf(draft)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setPreview(undefined)
    setMade(undefined)
  }
  /** One thing at a time; a refusal is said and leaves the form as it is. */
  const run = async (work: (tell: (p: WorkProgress) => void) => Promise<void>) => {
    setProgress({ stage: 'reading', done: 0, total: 0 })
    try {
      await work(proxy((p: WorkProgress) => setProgress(p)) as never)
    } catch (error) {
      refuse(error)
    } finally {
      setProgress(undefined)
    }
  }
  const look = () => run(async (tell) => setPreview(ask && (await port.previewAudit(ask, tell))))
  const make = () =>
    run(async (tell) => {
      setMade(undefined)
      const saved = await saveFile(`${t('fileName')}-${dayjs().format(day)}.zip`, 'zip', async () => {
        const named = clear ? { named: { reason: reason.trim() } } : {}
        const file = await port.makeAudit(ask!, { ...named, files }, undefined, tell)
        setMade(file)
        return file.bytes
      })
      if (saved) void message.success(t('saved'))
    })
  const ready = ask !== undefined && !progress && (!clear || reason.trim() !== '')
  return (
    <section className="face-card audit-form" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="face-note">{t('what')}</p>
      <Segmented<Draft['by']>
        aria-label={t('by')}
        value={draft.by}
        onChange={(by) => change({ by })}
        options={(['numbers', 'period'] as const).map((value) => ({ value, label: t(`asked.${value}`) }))}
      />
      {draft.by === 'numbers' ? (
        <label data-help="audit.asked">
          {t('numbers')}
          <Input.TextArea
            rows={3}
            value={draft.text}
            placeholder={t('numbersHint')}
            onChange={({ target }) => change({ text: target.value })}
          />
        </label>
      ) : (
        <label data-help="audit.asked">
          {t('period')}
          <DatePicker.RangePicker
            value={[draft.from ? dayjs(draft.from, day) : null, draft.to ? dayjs(draft.to, day) : null]}
            onChange={(days) =>
              change({ from: days?.[0]?.format(day) ?? '', to: days?.[1]?.format(day) ?? '' })
            }
          />
        </label>
      )}
      {dropped > 0 && (
        <Alert type="warning" showIcon title={t('dropped', { n: groupDigits(String(dropped)) })} />
      )}
      <div className="face-tools">
        <Button disabled={!ask || progress !== undefined} onClick={() => void look()}>
          {t('look')}
        </Button>
      </div>
      {preview && <Found preview={preview} />}
      <FileDrop
        title={{ zh: t('drop', { lng: 'zh' }), en: t('drop', { lng: 'en' }) }}
        accept={['.pdf', '.ofd', '.jpg', '.jpeg', '.png']}
        multiple
        onFiles={(dropped) => setFiles([...files, ...dropped])}
      />
      {files.length > 0 && (
        <p className="face-note">
          {t('originals', { n: files.length })}
          <Button type="link" size="small" onClick={() => setFiles([])}>
            {t('clearFiles')}
          </Button>
        </p>
      )}
      <Checkbox checked={clear} data-help="audit.named" onChange={({ target }) => setClear(target.checked)}>
        {t('clear')}
      </Checkbox>
      {clear && (
        <label>
          {t('reason')}
          <Input value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
      )}
      <div className="face-tools">
        <ActButton does="makeAudit" type="primary" disabled={!ready} onClick={() => void make()}>
          {t('make')}
        </ActButton>
      </div>
      {progress && (
        <Progress
          size="small"
          status="active"
          aria-label={t('working')}
          percent={progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0}
        />
      )}
      {made && <Made file={made} />}
    </section>
  )
}

function Found({ preview }: { preview: AuditPreview }) {
  const { t } = useTranslation('audit')
  const show = useText()
  const { counts, notFound, documents } = preview
  return (
    <>
      {notFound.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('notFound', { n: notFound.length })}
          description={notFound.slice(0, 50).join(' ')}
        />
      )}
      <Table
        size="small"
        rowKey="kind"
        aria-label={t('found')}
        pagination={false}
        dataSource={counts}
        locale={{ emptyText: t('nothing') }}
        columns={[
          { title: t('column.kind'), render: (_v, { kind }) => show(auditKinds[kind]) },
          { title: t('column.asked'), align: 'right', render: (_v, { asked }) => groupDigits(String(asked)) },
          { title: t('column.all'), align: 'right', render: (_v, { all }) => groupDigits(String(all)) },
        ]}
        footer={() => t('documents', { n: groupDigits(String(documents)) })}
      />
    </>
  )
}

function Made({ file }: { file: AuditFile }) {
  const { t } = useTranslation('audit')
  const { documents, entries, indexSha256, missing, unused, contents } = file
  const attempt = useAttempt()
  const { message } = App.useApp()
  const print = async () => {
    const saved = await attempt(() => savePdf(`${t('contentsName')}-${dayjs().format(day)}.pdf`, contents))
    if (saved) void message.success(t('saved'))
  }
  return (
    <>
      <Alert
        type="success"
        showIcon
        data-testid="audit-made"
        title={t('made', { n: groupDigits(String(documents)), entries: groupDigits(String(entries)) })}
        description={<span className="audit-digest">{t('digest', { digest: indexSha256 })}</span>}
        action={
          <ActButton does="print.pdf" size="small" onClick={() => void print()}>
            {t('contents')}
          </ActButton>
        }
      />
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('missing', { n: missing.length })}
          description={missing
            .slice(0, 30)
            .map(({ name, place }) => (place ? t('kept', { name, place }) : name))
            .join(' · ')}
        />
      )}
      {unused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('unused', { n: unused.length })}
          description={unused.join(' · ')}
        />
      )}
    </>
  )
}
