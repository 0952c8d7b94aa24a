import { Alert, Button, Form, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookEntry } from '#shared/ipc/vault'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { openBook } from '../book'
import { NewPassword } from './NewPassword'

type FirstPasswordProps = { book: BookEntry; officer: string; given: string; onBack: () => void }

/** Somebody else knows the password that was given first: an own one takes its place before the book opens. */
export function FirstPassword({ book, officer, given, onBack }: FirstPasswordProps) {
  const { t } = useTranslation('people')
  const show = useText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const change = async ({ password }: { password: string }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await window.yiguan.invoke('vault.changePassword', book.id, officer, given, password)
      if (!(await openBook(book, password, officer))) onBack()
    } catch (error) {
      setFailure(describeFailure(error))
      setBusy(false)
    }
  }
  return (
    <section aria-label={t('first.title')}>
      <Typography.Title level={3}>{t('first.title')}</Typography.Title>
      <p>{t('first.what')}</p>
      {failure && <Alert type="error" showIcon title={show(failure.text)} className="entrance-alert" />}
      <Form layout="vertical" requiredMark={false} onFinish={(values) => void change(values)}>
        <NewPassword />
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t('first.go')}
        </Button>
      </Form>
      <Button type="link" className="entrance-more" disabled={busy} onClick={onBack}>
        {t('safety:back')}
      </Button>
    </section>
  )
}
