import { Alert, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { ShownKey } from './ShownKey'

/** A key that was just made; `warning`: what has to be done besides. */
type MadeKey = { value: string; warning?: string }

type KeyDialogProps<Asked extends object> = {
  title: string
  what: string
  /** The button that makes the key, and the one that ends the dialog once it is on paper. */
  ok: { make: string; end: string }
  /** Asked before the password, with what stands there first. */
  fields?: ReactNode
  initial?: Partial<Asked>
  /** Notes what is done, then has main do it. What is refused is noted here. */
  make: (asked: Asked & { present: string }) => Promise<MadeKey>
  onEnd: () => void
  onCancel: () => void
}

/** Asks for the own password, makes a recovery key, shows it this once, and ends when it was said to be on paper. */
export function KeyDialog<Asked extends object>(props: KeyDialogProps<Asked>) {
  const { t } = useTranslation('safety')
  const show = useText()
  const { port } = useSession()
  const [form] = Form.useForm<Asked & { present: string }>()
  const [made, setMade] = useState<MadeKey & { at: string }>()
  const [isWritten, setWritten] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const make = async (asked: Asked & { present: string }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      setMade({ ...(await props.make(asked)), at: new Date().toISOString() })
    } catch (error) {
      setFailure(describeFailure(error))
      await port.notePeople('refused', '', '').catch(() => undefined)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={props.title}
      okText={made ? props.ok.end : props.ok.make}
      okButtonProps={{ loading: busy, disabled: made !== undefined && !isWritten }}
      cancelButtonProps={{ style: made && { display: 'none' } }}
      closable={!made}
      mask={{ closable: !made }}
      keyboard={!made}
      onOk={() => (made ? props.onEnd() : form.submit())}
      onCancel={props.onCancel}
      destroyOnHidden
    >
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      {made?.warning && <Alert type="warning" showIcon title={made.warning} />}
      {made ? (
        <ShownKey value={made.value} at={made.at} isWritten={isWritten} onWritten={setWritten} />
      ) : (
        <>
          <p>{props.what}</p>
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={props.initial}
            onFinish={(values) => void make(values)}
          >
            {props.fields}
            <Form.Item
              name="present"
              label={t('keys.present')}
              rules={[{ required: true, message: t('keys.presentNeeded') }]}
            >
              <Input.Password
                autoFocus={props.fields === undefined}
                autoComplete="off"
                onPressEnter={() => form.submit()}
              />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  )
}
