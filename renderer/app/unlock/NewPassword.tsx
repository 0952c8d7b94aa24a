import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** A password of this machine, typed twice. */
export function NewPassword() {
  const { t } = useTranslation('safety')
  return (
    <>
      <Form.Item
        name="password"
        label={t('newPassword')}
        rules={[{ required: true, min: 8, message: t('newPasswordShort') }]}
      >
        <Input.Password autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('repeat')}
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
