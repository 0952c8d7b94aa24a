import { Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AnsweredForm } from '#shared/forex/book/forms'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { showTime } from '../../../components/time'
import { useCredit } from '../credit/context'
import { useDone } from '../useDone'
import type { useAnswers } from './AnswerForm'

type Props = {
  asked: AnsweredForm
  form: ReturnType<typeof useAnswers>
  /** What is stored of it: by whom and when. */
  kept: { by: string; at: string } | undefined
  /** With the number of an application, 0 of other forms. */
  onKept?: (no: number) => void
  onDropped?: () => void
}

/** Store the answers of a form in the book; what is stored, by whom and when, and the way back. */
export function KeepForm({ asked, form, kept, onKept, onDropped }: Props) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const attempt = useAttempt()
  const done = useDone()
  const { credit } = useCredit()
  const store = async () => {
    const stored = await attempt(() => port.keepForexForm(credit.row.id, asked, t('why.keepForm')))
    if (stored === undefined) return
    form.drop()
    onKept?.(stored)
  }
  const drop = async () => {
    const no = asked.form === 'application' ? asked.no : undefined
    const dropped = await done(() => port.dropForexForm(credit.row.id, asked.form, t('why.dropForm'), no))
    if (dropped) onDropped?.()
  }
  return (
    <>
      {kept && <span className="face-note">{t('form.kept', { by: kept.by, at: showTime(kept.at) })}</span>}
      <ActButton
        does="keepForexForm"
        disabled={form.faults.length > 0 || (!form.dirty && !!kept)}
        onClick={() => void store()}
      >
        {t('form.keep')}
      </ActButton>
      {kept && (
        <Popconfirm
          title={t('form.dropAsk')}
          okText={t('form.drop')}
          cancelText={t('cancel')}
          onConfirm={() => void drop()}
        >
          <ActButton does="dropForexForm">{t('form.drop')}</ActButton>
        </Popconfirm>
      )}
    </>
  )
}
