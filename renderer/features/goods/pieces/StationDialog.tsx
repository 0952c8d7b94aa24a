import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wayOf } from '#shared/control/pieces'
import { stationNames, type Station } from '#shared/control/stations'
import { useBook, useSession } from '../../../app/book'
import { useUndoable } from '../../../app/useUndoable'
import { useText } from '../../../components/text'
import type { PieceView } from '../../../data/port'
import { nextStation, stationFault, stationOf, type TypedStation } from './typed'

type Props = { pieces: readonly PieceView[]; onClose: () => void }

const shape = 'YYYY-MM-DD HH:mm'
/** Now in Shanghai, to the minute, as it is typed. */
const now = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** Records a station for one piece, or the same one for several that went together. */
export function StationDialog({ pieces, onClose }: Props) {
  const { t } = useTranslation('pieces')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const { officer } = useSession()
  const [first] = pieces
  const [typed, setTyped] = useState<TypedStation>(() => ({
    station: nextStation(first!),
    at: now(),
    by: officer,
    place: first!.track.passed.at(-1)?.place ?? '',
    paper: '',
    temperature: '',
  }))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const isCold = pieces.some(({ piece }) => piece.kind === 'cold-chain')
  const fault = stationFault(typed, isCold)
  const set = (more: Partial<TypedStation>) => setTyped((before) => ({ ...before, ...more }))
  const save = async () => {
    setTried(true)
    if (fault || busy) return
    setBusy(true)
    const said = t('recorded', { count: pieces.length, station: show(stationNames[typed.station]) })
    const done = await act(
      () =>
        port.recordStation(
          pieces.map(({ id }) => id),
          stationOf(typed),
          said,
        ),
      () => said,
    )
    setBusy(false)
    if (done) onClose()
  }
  const input = (field: 'by' | 'place' | 'paper' | 'temperature') => (
    <label>
      {t(`station.${field}`)}
      <Input value={typed[field]} onChange={({ target }) => set({ [field]: target.value })} />
    </label>
  )
  return (
    <Modal
      open
      title={t('record', { count: pieces.length, piece: first!.piece.piece })}
      okText={t('goods:save')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <form
        data-help="goods.pieces"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="face-fields">
          <label>
            {t('station.station')}
            <Select<Station>
              autoFocus
              aria-label={t('station.station')}
              value={typed.station}
              onChange={(station) => set({ station })}
              options={wayOf(first!.piece).stations.map((value) => ({
                value,
                label: show(stationNames[value]),
              }))}
            />
          </label>
          <label>
            {t('station.at')}
            <Input
              className="number"
              placeholder={shape}
              value={typed.at}
              onChange={({ target }) => set({ at: target.value })}
            />
          </label>
        </div>
        <div className="face-fields">
          {input('by')}
          {input('place')}
        </div>
        <div className="face-fields">
          {input('paper')}
          {isCold && input('temperature')}
        </div>
        {tried && fault && (
          <p className="face-error" role="alert">
            {t(`fault.${fault}`)}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
