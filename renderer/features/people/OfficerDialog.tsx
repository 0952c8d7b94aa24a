import { Alert, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Officer } from '#shared/ipc/vault'
import { roleNames, Roles, roles, type Role } from '#shared/people/roles'
import { useSession, type Session } from '../../app/book'
import { NewPassword } from '../../app/unlock/NewPassword'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import type { PeopleAct } from '../../data/port'

export type OfficerAct = { kind: 'add' } | { kind: 'roles' | 'renew' | 'disable'; officer: Officer }

type Values = { name?: string; roles?: Role[]; password?: string; present: string }
type DialogProps = { act: OfficerAct; onClose: () => void; onDone: () => void }

/** What main does with an officer, once the journal says who asked for it. */
async function perform(
  { entry, port }: Session,
  act: OfficerAct,
  values: Values,
  named: string,
): Promise<void> {
  const { invoke } = window.yiguan
  const { present, password = '', roles: chosen = [] } = values
  const subject = act.kind === 'add' ? (values.name ?? '').trim() : act.officer.name
  const note = (what: PeopleAct) => port.notePeople(what, subject, named)
  await note(act.kind)
  try {
    if (act.kind === 'add')
      await invoke('vault.addOfficer', entry.id, present, { name: subject, roles: chosen, password })
    else if (act.kind === 'roles') await invoke('vault.setRoles', entry.id, present, act.officer.id, chosen)
    else if (act.kind === 'renew')
      await invoke('vault.renewOfficer', entry.id, present, act.officer.id, password)
    else await invoke('vault.disableOfficer', entry.id, present, act.officer.id)
  } catch (error) {
    await note('refused')
    throw error
  }
}

/** One act among the officers; the password of who asks is wanted, because the window may have been left open. */
export function OfficerDialog({ act, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('people')
  const show = useText()
  const session = useSession()
  const [form] = Form.useForm<Values>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const { kind } = act
  const name = kind === 'add' ? '' : act.officer.name
  const submit = async (values: Values) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const named = (values.roles ?? []).map((role) => roleNames[role].zh).join('、')
      await perform(session, act, values, named)
      onDone()
    } catch (error) {
      setFailure(describeFailure(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t(`dialog.${kind}`, { name })}
      okText={t('go')}
      okButtonProps={{ loading: busy, danger: kind === 'disable' }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t(`what.${kind}`)}</p>
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: kind === 'roles' ? act.officer.roles : ['entry'] }}
        onFinish={(values) => void submit(values)}
      >
        {kind === 'add' && (
          <Form.Item
            name="name"
            label={t('name')}
            rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
          >
            <Input autoFocus autoComplete="off" maxLength={40} />
          </Form.Item>
        )}
        {(kind === 'add' || kind === 'roles') && (
          <Form.Item
            name="roles"
            label={t('column.roles')}
            rules={[
              {
                validator: (_rule, value) =>
                  Roles.safeParse(value).success
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('rolesWrong'))),
              },
            ]}
          >
            <Select
              mode="multiple"
              autoFocus={kind === 'roles'}
              options={roles.map((role) => ({ value: role, label: show(roleNames[role]) }))}
            />
          </Form.Item>
        )}
        {(kind === 'add' || kind === 'renew') && <NewPassword first autoFocus={kind === 'renew'} />}
        <Form.Item
          name="present"
          label={t('present')}
          rules={[{ required: true, message: t('presentNeeded') }]}
        >
          <Input.Password
            autoFocus={kind === 'disable'}
            autoComplete="off"
            onPressEnter={() => form.submit()}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
