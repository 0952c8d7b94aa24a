import { Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import type { BookPort, DepartureView } from '../../data/port'
import { AskReason } from './AskReason'

type Act = 'takeBack' | 'resend' | 'void' | 'arrived' | 'left'
const offered: Readonly<Record<DepartureView['state'], readonly Act[]>> = {
  waiting: ['takeBack', 'arrived'],
  draft: ['resend', 'void'],
  refused: ['resend', 'void'],
  accepted: ['arrived', 'left'],
  void: [],
}

const callOf = {
  takeBack: 'takeBackDeparture',
  resend: 'resendDeparture',
  void: 'voidDeparture',
  arrived: 'tickDeparture',
  left: 'tickDeparture',
} as const satisfies Record<Act, keyof BookPort>

/** What may be done with a 总分单 now, and what others reported of it, ticked by hand. */
export function DepartureActs({ departure }: { departure: DepartureView }) {
  const { id, copNo, state, arrived, left } = departure
  const { t } = useTranslation('departure')
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  const [asking, setAsking] = useState<Act>()
  const ticked = { arrived: arrived !== undefined, left: left !== undefined }
  const run = async (act: Act, why: string) => {
    setAsking(undefined)
    try {
      if (act === 'arrived' || act === 'left') await port.tickDeparture(id, act, why)
      else await port[callOf[act]](id, why)
      offerUndo(t(`act.${act}Said`, { copNo }), undefined)
    } catch (error) {
      refuse(error)
    }
  }
  const isTick = (act: Act) => act === 'arrived' || act === 'left'
  return (
    <Space size={4}>
      {offered[state]
        .filter((act) => !(isTick(act) && ticked[act as 'arrived' | 'left']))
        .map((act) => (
          <ActButton
            does={callOf[act]}
            key={act}
            size="small"
            danger={act === 'void'}
            onClick={() => setAsking(act)}
          >
            {t(`act.${act}`)}
          </ActButton>
        ))}
      {asking && (
        <AskReason
          title={`${t(`act.${asking}`)} ${copNo}`}
          confirm={t(`act.${asking}`)}
          danger={asking === 'void'}
          optional={isTick(asking)}
          onConfirm={(why) => void run(asking, why)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Space>
  )
}
