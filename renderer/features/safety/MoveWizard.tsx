import { Alert, Button, Checkbox, Form, Input, Modal, Progress, Steps } from 'antd'
import { proxy } from 'comlink'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lockBook, useSession } from '../../app/book'
import { deskLinkOf } from '../../app/desks'
import { refreshBackups, runBackup, useSafety } from '../../app/safety/backups'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import type { DeskState } from '../../data/port'

type Values = { why: string; sure: boolean }
const steps = ['check', 'file', 'done'] as const
const next = ['carry', 'restore', 'code', 'rest'] as const

/**
 * 迁到新电脑. The book is frozen before it is copied: nothing can be changed, queued or sent between the two, so the file
 * is the whole of it, and it can be written again as often as it takes.
 */
export function MoveWizard({ desk, onClose }: { desk: DeskState; onClose: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const session = useSession()
  const { state, running } = useSafety()
  const [form] = Form.useForm<Values>()
  const [isOut, setOut] = useState(desk.moved !== undefined)
  const [busy, setBusy] = useState(false)
  const [place, setPlace] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  if (!state) return null
  const open = desk.on ? desk.counts.unsent + desk.counts.conflicts : 0

  const work = async (act: () => Promise<void>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await act()
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  const write = async () => setPlace((await runBackup(session, { confirmed: true, moves: true })).place)
  const moveAndWrite = ({ why }: Values) =>
    work(async () => {
      await session.port.moveOut(proxy(deskLinkOf(session)) as never, why.trim())
      setOut(true)
      await write()
    })
  const choosePlace = () =>
    work(async () => {
      await window.yiguan.invoke('backup.chooseFolder', session.entry.id)
      await refreshBackups(session)
    })
  const at = place ? 2 : isOut ? 1 : 0
  const act = place
    ? { text: t('moving.lock'), run: () => void lockBook() }
    : isOut
      ? { text: t('moving.write'), run: () => void work(write) }
      : { text: t('moving.go'), run: () => form.submit() }
  return (
    <Modal
      open
      width={640}
      title={t('moving.title')}
      okText={act.text}
      okButtonProps={{ danger: !isOut, loading: busy, disabled: !state.ready }}
      onOk={act.run}
      cancelText={t('close')}
      // What the page shows was read before this computer moved out: it is opened anew. The file can be written then.
      onCancel={() => (isOut && !desk.moved ? void lockBook() : onClose())}
      cancelButtonProps={{ disabled: busy }}
      closable={!busy}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Steps size="small" current={at} items={steps.map((step) => ({ title: t(`moving.steps.${step}`) }))} />
      <div className="safety-moving">
        {failure && <Alert type="error" showIcon title={show(failure.text)} />}
        {failure && isOut && <Alert type="warning" showIcon title={t('moving.outNotWritten')} />}
        {!state.ready && <Alert type="warning" showIcon title={t('moving.unset')} />}
        {open > 0 && !isOut && <Alert type="warning" showIcon title={t('moving.open', { n: open })} />}
        {!place && (
          <>
            <p>{t('moving.along')}</p>
            <p>{t('moving.order')}</p>
            <p className="safety-place">
              {t('moving.place', { place: state.place })}{' '}
              <Button size="small" disabled={busy} onClick={() => void choosePlace()}>
                {t('backup.choosePlace')}
              </Button>
            </p>
            {state.beside && <Alert type="warning" showIcon title={t('moving.beside')} />}
          </>
        )}
        {!isOut && (
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(v) => void moveAndWrite(v)}>
            <Form.Item
              name="why"
              label={t('moving.why')}
              rules={[{ required: true, whitespace: true, message: t('moving.whyNeeded') }]}
            >
              <Input autoFocus autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="sure"
              valuePropName="checked"
              rules={[
                {
                  validator: (_rule, sure) =>
                    sure ? Promise.resolve() : Promise.reject(new Error(t('moving.sureNeeded'))),
                },
              ]}
            >
              <Checkbox>{t('moving.sure')}</Checkbox>
            </Form.Item>
          </Form>
        )}
        {running && (
          <Progress
            size="small"
            status="active"
            aria-label={t('moving.going')}
            percent={running.total > 0 ? Math.floor((running.done / running.total) * 100) : 0}
          />
        )}
        {place && (
          <>
            <Alert type="success" showIcon data-testid="moved" title={t('moving.written', { place })} />
            <ol>
              {next.map((each) => (
                <li key={each}>{t(`moving.next.${each}`)}</li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Modal>
  )
}
