import { Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import type { ApplicationView, BookPort } from '../../data/port'

type Act = 'takeBack' | 'resend' | 'void' | 'delete'
const offered: Readonly<Partial<Record<ApplicationView['state'], readonly Act[]>>> = {
  waiting: ['takeBack'],
  draft: ['resend', 'void'],
  refused: ['resend', 'void'],
  accepted: ['delete'],
}

const callOf = {
  takeBack: 'takeBackApplication',
  resend: 'resendApplication',
  void: 'voidApplication',
  delete: 'deleteApplication',
} as const satisfies Record<Act, keyof BookPort>

/** What may be done with an application now, each with a reason for the journal. */
export function ApplicationActs({
  application: { id, copNo, state, customs },
}: {
  application: ApplicationView
}) {
  // Once a 报关单 has its number only the single window itself can amend it.
  const isDeclared = customs.some(({ entryId }) => entryId !== '')
  const { t } = useTranslation('summary')
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  const [asking, setAsking] = useState<Act>()
  const [why, setWhy] = useState('')
  const run = async (act: Act) => {
    setAsking(undefined)
    try {
      await port[callOf[act]](id, why.trim())
      offerUndo(t(`act.${act}Said`, { copNo }), undefined)
    } catch (error) {
      refuse(error)
    }
    setWhy('')
  }
  return (
    <Space size={4}>
      {offered[state]
        ?.filter((act) => act !== 'delete' || !isDeclared)
        .map((act) => (
          <ActButton
            does={callOf[act]}
            key={act}
            size="small"
            danger={act === 'void' || act === 'delete'}
            onClick={() => setAsking(act)}
          >
            {t(`act.${act}`)}
          </ActButton>
        ))}
      {asking && (
        <Modal
          open
          title={`${t(`act.${asking}`)} ${copNo}`}
          okText={t(`act.${asking}`)}
          cancelText={t('cancel')}
          okButtonProps={{ disabled: why.trim() === '', danger: asking === 'void' || asking === 'delete' }}
          onOk={() => void run(asking)}
          onCancel={() => setAsking(undefined)}
        >
          <label className="face-field">
            {t('reason')}
            <Input
              autoFocus
              aria-required
              value={why}
              onChange={(event) => setWhy(event.target.value)}
              onPressEnter={(event) => {
                if (!event.nativeEvent.isComposing && why.trim() !== '') void run(asking)
              }}
            />
          </label>
        </Modal>
      )}
    </Space>
  )
}
