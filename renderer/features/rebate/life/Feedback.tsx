import { ImportOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import type { RebateFeedback } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'
import { useWizard } from '../wizard/context'

/** 读入疑点: a 疑点 or 反馈 list of the tax office; each row lands on its line, the rest is said. */
export function Feedback({ onRead }: { onRead: () => void }) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { batch } = useWizard()
  const chosen = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<RebateFeedback>()
  const [busy, setBusy] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    const read = await act(() =>
      port.readRebateFeedback(batch.id, file, t('why.feedback', { file: file.name })),
    )
    setBusy(false)
    if (chosen.current) chosen.current.value = ''
    if (!read) return
    setOutcome(read)
    onRead()
  }
  return (
    <>
      <input
        ref={chosen}
        type="file"
        hidden
        accept=".xlsx,.csv"
        data-read-feedback
        onChange={({ target }) => void take(target.files?.[0])}
      />
      <ActButton
        does="readRebateFeedback"
        icon={<ImportOutlined />}
        loading={busy}
        disabled={batch.lines === 0}
        data-help="rebate.feedback"
        onClick={() => chosen.current?.click()}
      >
        {t('feedback.read')}
      </ActButton>
      {outcome && (
        <Alert
          className="face-wide"
          type={outcome.unplaced.length > 0 ? 'warning' : 'success'}
          showIcon
          closable={{ onClose: () => setOutcome(undefined) }}
          title={t('feedback.placed', { placed: outcome.placed, unplaced: outcome.unplaced.length })}
          description={
            outcome.unplaced.length > 0 && (
              <ul className="face-list">
                {outcome.unplaced.slice(0, 50).map(({ row, linkNo, key, code, text }) => (
                  <li key={row}>{t('feedback.unplaced', { row, where: linkNo || key, code, text })}</li>
                ))}
              </ul>
            )
          }
        />
      )}
    </>
  )
}
