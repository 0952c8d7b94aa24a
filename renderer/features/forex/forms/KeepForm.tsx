import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AnsweredForm } from '#shared/forex/book/forms'
import { useBook } from '../../../app/book'
import { showTime } from '../../../components/time'
import { useCredit } from '../credit/context'
import { useDone } from '../useDone'
import type { useAnswers } from './AnswerForm'

type Props = { asked: AnsweredForm; form: ReturnType<typeof useAnswers> }

/** Store the answers of a form in the book; what is stored, by whom and when, and the way back. */
export function KeepForm({ asked, form }: Props) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const { credit } = useCredit()
  const kept = credit.forms[asked.form]
  const store = async () => {
    const stored = await done(() => port.keepForexForm(credit.row.id, asked, t('why.keepForm')))
    if (stored) form.drop()
  }
  return (
    <>
      {kept && <span className="face-note">{t('form.kept', { by: kept.by, at: showTime(kept.at) })}</span>}
      <Button disabled={form.faults.length > 0 || (!form.dirty && !!kept)} onClick={() => void store()}>
        {t('form.keep')}
      </Button>
      {kept && (
        <Popconfirm
          title={t('form.dropAsk')}
          okText={t('form.drop')}
          cancelText={t('cancel')}
          onConfirm={() => done(() => port.dropForexForm(credit.row.id, asked.form, t('why.dropForm')))}
        >
          <Button>{t('form.drop')}</Button>
        </Popconfirm>
      )}
    </>
  )
}
