import { Alert, Button, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookEntry } from '#shared/ipc/vault'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { loadBooks, openBook } from '../book'
import { NewPassword } from './NewPassword'

/** Password or key store are lost: the key on paper opens the book and sets a new password. */
export function RecoverBook({ book, onBack }: { book: BookEntry; onBack: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const recover = async ({ key, password }: { key: string; password: string }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const { entry, officer } = await window.yiguan.invoke('vault.recover', book.id, key, password)
      if (!(await openBook(entry, password, officer))) await loadBooks()
    } catch (error) {
      setFailure(describeFailure(error))
      setBusy(false)
    }
  }
  return (
    <section aria-label={t('recover.title')}>
      <Typography.Title level={3}>{t('recover.title')}</Typography.Title>
      <p>{t('recover.what', { book: book.label })}</p>
      {failure && <Alert type="error" showIcon title={show(failure.text)} className="entrance-alert" />}
      <Form layout="vertical" requiredMark={false} onFinish={(values) => void recover(values)}>
        <Form.Item
          name="key"
          label={t('recover.key')}
          extra={t('recover.keyHint')}
          rules={[{ required: true, message: t('recover.keyNeeded') }]}
        >
          <Input autoFocus autoComplete="off" className="recovery-key" />
        </Form.Item>
        <NewPassword />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('recover.go')}
        </Button>
      </Form>
      <Button type="link" className="entrance-more" disabled={busy} onClick={onBack}>
        {t('back')}
      </Button>
    </section>
  )
}
