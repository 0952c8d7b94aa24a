import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { partyNames } from '#shared/protocol/transmitters'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAct } from '../../../app/useAct'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { ChainView } from '../../../data/port'

const tones: Readonly<Record<ChainView['state'], StateTone>> = {
  ours: 'neutral',
  done: 'good',
  awaited: 'waiting',
  later: 'neutral',
}

/** Who transmits each message of this 清单's chain; what others transmit is ticked here once it is known. */
export function Chain({ list }: { list: string }) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  const changes = useChanges('lists', 'overlays', 'departures', 'applications', 'customsEntries', 'settings')
  const { value } = useQueryState(() => port.chain(list), `${changes} ${list}`)
  const [ticking, setTicking] = useState<ChainView>()
  const [note, setNote] = useState('')
  const tick = () => {
    const { message } = ticking!
    setTicking(undefined)
    setNote('')
    port
      .tickLists({ ids: [list] }, message, note.trim())
      .then(({ group }) => offerUndo(t('record.chainTicked'), group), refuse)
  }
  return (
    <>
      <table className="chain" aria-label={t('record.chainList')} data-help="lists.chain">
        <thead>
          <tr>
            <th>{t('record.chainState')}</th>
            <th>{t('record.chainParty')}</th>
            <th>{t('record.chainTime')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {(value as ChainView[] | undefined)?.map((view) => (
            <tr key={view.message}>
              <td>
                <StateTag tone={tones[view.state]}>{show(view.words)}</StateTag> <code>{view.message}</code>
              </td>
              <td>{show(partyNames[view.transmitter])}</td>
              <td>{view.at ? showTime(view.at) : ''}</td>
              <td>
                {view.mayTick && view.state !== 'done' && (
                  <ActButton does="tickLists" size="small" onClick={() => setTicking(view)}>
                    {t('record.chainTick')}
                  </ActButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ticking && (
        <Modal
          open
          title={`${t('record.chainTick')} ${ticking.message}`}
          okText={t('record.chainTick')}
          cancelText={t('cancel')}
          onOk={tick}
          onCancel={() => setTicking(undefined)}
        >
          <label className="reason">
            {t('record.chainNote')}
            <Input
              autoFocus
              value={note}
              onChange={(event) => setNote(event.target.value)}
              onPressEnter={(event) => {
                if (!event.nativeEvent.isComposing) tick()
              }}
            />
          </label>
        </Modal>
      )}
    </>
  )
}
