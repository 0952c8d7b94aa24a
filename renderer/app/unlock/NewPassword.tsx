import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** A password of this machine, typed twice. `first`: given to somebody else, who changes it at the first unlock. */
export function NewPassword({ first = false, autoFocus = !first }: { first?: boolean; autoFocus?: boolean }) {
  const { t } = useTranslation('safety')
  return (
    <>
      <Form.Item
        name="password"
        label={t(first ? 'people:first.password' : 'newPassword')}
        rules={[{ required: true, min: 8, message: t('newPasswordShort') }]}
      >
        <Input.Password autoFocus={autoFocus} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t(first ? 'people:first.repeat' : 'repeat')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="off" />
      </Form.Item>
    </>
  )
}
