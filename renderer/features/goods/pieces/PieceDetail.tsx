import { Alert, Button, Popconfirm, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { wayOf } from '#shared/control/pieces'
import { stationNames } from '#shared/control/stations'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { openGoods } from '../../../app/open-goods'
import { useAttempt } from '../../../app/useAttempt'
import { useUndoable } from '../../../app/useUndoable'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { PieceView } from '../../../data/port'
import { toneOf } from './states'
import { usePiece } from './usePieces'

type Act = (view: PieceView) => void
type Props = { id: string; onEdit: Act; onRecord: Act; onGone: () => void }

/** One piece: what is wrong with it and what to do, and every station of its way with who, when, where and which paper. */
export function PieceDetail({ id, onEdit, onRecord, onGone }: Props) {
  const { t } = useTranslation('pieces')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const attempt = useAttempt()
  const { value, state: asked } = usePiece(id)
  if (typeof asked === 'object') {
    const again = <Button onClick={asked.retry}>{t('grid:retry')}</Button>
    return <Alert type="error" showIcon title={show(asked.error)} action={again} />
  }
  if (!value) return <Spin description={t('goods:loading')} />
  if (!value.view) return <Alert type="warning" showIcon title={t('gone')} />
  const { view } = value
  const { rev, piece, track, state } = view
  const drop = async () => {
    const said = t('dropped', { piece: piece.piece })
    const done = await act(
      () => port.dropPiece(id, rev, said),
      () => said,
    )
    if (done) onGone()
  }
  const isLate = (event: { station: (typeof track.late)[number] }) => track.late.includes(event.station)
  const events = Object.entries(piece.events)
  return (
    <>
      <h2>
        {piece.piece} <StateTag tone={toneOf(state)}>{t(`state.${state}`)}</StateTag>
      </h2>
      <div className="face-tools">
        <ActButton does="recordStation" type="primary" onClick={() => onRecord(view)}>
          {t('recordOne')}
        </ActButton>
        <ActButton does="putPiece" onClick={() => onEdit(view)}>
          {t('change')}
        </ActButton>
        <Popconfirm
          title={t('dropAsk', { piece: piece.piece })}
          okText={t('goods:delete')}
          onConfirm={() => void drop()}
        >
          <ActButton does="dropPiece" danger>
            {t('goods:delete')}
          </ActButton>
        </Popconfirm>
      </div>
      {track.faults.map(({ station, kind, says, fix }) => (
        <Alert
          key={`${station} ${kind}`}
          type="error"
          showIcon
          title={show(says)}
          description={`→ ${show(fix)}`}
        />
      ))}
      <p>
        {t(`kind.${piece.kind}`)} ·{' '}
        <Button type="link" size="small" onClick={() => void attempt(() => openGoods(port, piece.sku))}>
          {piece.sku}
        </Button>
        {[
          '',
          piece.orderNo ?? t('noOrder'),
          piece.permit && t('permitIs', { permit: piece.permit }),
          piece.low !== undefined && t('range', { low: piece.low, high: piece.high }),
        ]
          .filter((part) => part !== undefined && part !== false)
          .join(' · ')}
      </p>
      <ul className="face-list">
        {wayOf(piece).stations.map((station) => {
          const here = events.filter(([, event]) => event.station === station)
          return (
            <li key={station}>
              <strong>{show(stationNames[station])}</strong>{' '}
              {here.length === 0 && <span className="face-note">{t('notYet')}</span>}
              {here.map(([name, event]) => (
                <div key={name}>
                  {[
                    showTime(event.at),
                    event.place,
                    event.by,
                    event.paper,
                    event.temperature !== undefined && t('degrees', { value: event.temperature }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  {isLate(event) && (
                    <StateTag tone="waiting">{t('late', { at: showTime(event.recordedAt) })}</StateTag>
                  )}
                  <Popconfirm
                    title={t('voidAsk')}
                    okText={t('void')}
                    onConfirm={() => {
                      const said = t('voided', { piece: piece.piece, station: show(stationNames[station]) })
                      void act(
                        () => port.voidStation(id, name, said),
                        () => said,
                      )
                    }}
                  >
                    <ActButton does="voidStation" type="link" size="small" danger>
                      {t('void')}
                    </ActButton>
                  </Popconfirm>
                </div>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}
