import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderSettings } from '#shared/ipc/folder'
import { ActButton } from '../../../app/ActButton'
import { useSession } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import '../file/file.css'
import { useActing } from '../useActing'

type Layout = FolderSettings['layout']
const names = ['form', 'out', 'sent', 'in', 'failed'] as const

/** Where the 导入客户端 of this machine keeps its folders, and whether they work; 正式 books only. */
export function FolderView() {
  const { t } = useTranslation('folder')
  const show = useText()
  const { entry } = useSession()
  const [asked, setAsked] = useState(0)
  const [edited, setEdited] = useState<Layout>()
  const { busy, act } = useActing()
  const { value, state } = useQueryState(() => window.yiguan.invoke('folder.settings', entry.id), asked)
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return null
  const { available, shownRoot, basis, problems, waiting, offers, second, otherForm } =
    value as FolderSettings
  const layout = edited ?? (value as FolderSettings).layout
  const run = (work: () => Promise<unknown>, said?: string) =>
    act(async () => {
      await work()
      setEdited(undefined)
      setAsked((n) => n + 1)
    }, said)
  return (
    <div className="carry" data-view="queue/folder">
      <div className="carry-head">
        <h1>{t('title')}</h1>
        <span className="carry-note">{t('what')}</span>
      </div>
      <Alert type="info" showIcon title={show(basis)} />
      {!available && <Alert type="warning" showIcon title={t('practice')} />}
      {problems.map((problem) => (
        <Alert key={problem.en} type="error" showIcon title={show(problem)} />
      ))}
      {available && offers.length > 0 && (
        <section className="carry-step" aria-label={t('offers')} data-help="queue.folder-offers">
          <p>{t('offers')}</p>
          {offers.map(({ form, shownRoot: root, adopted, layout: theirs }) => (
            <div key={form} className="carry-field">
              <code>{form}</code>
              <span>
                {root} · {theirs.out} {theirs.sent} {theirs.in} {theirs.failed}
              </span>
              <ActButton
                does="folder.adopt"
                type={shownRoot === null ? 'primary' : 'default'}
                loading={busy}
                disabled={adopted}
                onClick={() =>
                  void run(
                    () => window.yiguan.invoke('folder.adopt', entry.id, form),
                    t('adoptedNow', { form }),
                  )
                }
              >
                {t(adopted ? 'adopted' : 'adopt')}
              </ActButton>
            </div>
          ))}
        </section>
      )}
      <section className="carry-step" aria-label={t('title')} data-help="queue.folder">
        <div className="carry-field">
          <span>{t('root')}</span>
          <code>{shownRoot ?? t('none')}</code>
          <ActButton
            does="folder.choose"
            loading={busy}
            disabled={!available}
            onClick={() => void run(() => window.yiguan.invoke('folder.choose', entry.id))}
          >
            {t('choose')}
          </ActButton>
          {shownRoot !== null && (
            <ActButton
              does="folder.stop"
              danger
              loading={busy}
              onClick={() => void run(() => window.yiguan.invoke('folder.stop', entry.id))}
            >
              {t('stop')}
            </ActButton>
          )}
        </div>
        {shownRoot !== null && (
          <>
            {names.map((name) => (
              <label key={name} className="carry-field">
                <span>{t(`name.${name}`)}</span>
                <Input
                  value={layout[name]}
                  onChange={(event) => setEdited({ ...layout, [name]: event.target.value.trim() })}
                />
              </label>
            ))}
            <div className="carry-acts">
              <ActButton
                does="folder.setLayout"
                type="primary"
                loading={busy}
                disabled={!edited}
                onClick={() =>
                  void run(() => window.yiguan.invoke('folder.setLayout', entry.id, layout), t('saved'))
                }
              >
                {t('save')}
              </ActButton>
              <Button onClick={() => setAsked((n) => n + 1)}>{t('look')}</Button>
              <span className="carry-note">{t('waiting', { count: waiting })}</span>
            </div>
          </>
        )}
      </section>
      {shownRoot !== null && (second || otherForm) && (
        <section className="carry-step" aria-label={t('second')} data-help="queue.folder-second">
          <p>{t('second')}</p>
          <div className="carry-field">
            <code>{second?.layout.form ?? otherForm}</code>
            <span>
              {second
                ? `${second.shownRoot} · ${second.layout.out} ${second.layout.sent} ${second.layout.in} ${second.layout.failed}`
                : t('none')}
            </span>
            <ActButton
              does="folder.chooseSecond"
              loading={busy}
              onClick={() => void run(() => window.yiguan.invoke('folder.chooseSecond', entry.id))}
            >
              {t('choose')}
            </ActButton>
            {second && (
              <ActButton
                does="folder.stopSecond"
                danger
                loading={busy}
                onClick={() => void run(() => window.yiguan.invoke('folder.stopSecond', entry.id))}
              >
                {t('stop')}
              </ActButton>
            )}
          </div>
        </section>
      )}
    </div>
  )
}
