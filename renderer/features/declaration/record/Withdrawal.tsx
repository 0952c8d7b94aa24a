import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { statusWords } from '#shared/protocol/status'
import { useText } from '../../../components/text'
import type { SealedRecord } from '../../../data/port'

type WithdrawalProps = { withdrawal: NonNullable<SealedRecord<'lists'>['withdrawal']> }

const levels = { asked: 'info', refused: 'error', done: 'success' } as const

/** Where the 撤销申请单 of a 清单 stands, why it was asked for, and what customs said to it. */
export function Withdrawal({ withdrawal: { document, state = 'asked', answer } }: WithdrawalProps) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const { copNo = '', reason = '' } = document.head
  return (
    <Alert
      type={levels[state]}
      showIcon
      data-withdrawal={state}
      title={`${t(`withdrawal.${state}`)} · ${t('withdrawal.copNo', { copNo })}`}
      description={
        <>
          <p>{t('withdrawal.reason', { reason })}</p>
          {answer && (
            <p>
              {show(statusWords(answer.code))} {answer.text}
            </p>
          )}
          {state === 'refused' && <p>{t('withdrawal.refusedHow')}</p>}
          {state === 'done' && <p>{t('withdrawal.doneHow')}</p>}
        </>
      }
    />
  )
}
