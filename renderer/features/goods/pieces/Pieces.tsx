import { Button, Empty, Input } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { pieceStates, type PieceState } from '#shared/control/pieces'
import { stationNames } from '#shared/control/stations'
import { ActButton } from '../../../app/ActButton'
import { useCommand } from '../../../app/useCommand'
import { useColumnTitles } from '../../../components/column-titles'
import { Grid, type GridColumn } from '../../../components/grid'
import { StateFilter } from '../../../components/StateFilter'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { PieceView } from '../../../data/port'
import { PieceDetail } from './PieceDetail'
import { PieceDialog } from './PieceDialog'
import { StationDialog } from './StationDialog'
import { toneOf } from './states'
import { usePieces, type Choice, type Row } from './usePieces'
import '../../../styles/faces.css'

function useColumns(open: (id: string) => void): GridColumn<Row>[] {
  const { t } = useTranslation('pieces')
  const show = useText()
  const title = useColumnTitles('pieces', 'column')
  return useMemo((): GridColumn<Row>[] => {
    const of = (key: 'sku' | 'orderNo' | 'permit', width: number): GridColumn<Row> => ({
      key,
      title: title(key),
      width,
      format: (_v, { piece }) => piece[key] ?? '',
    })
    return [
      {
        key: 'piece',
        title: title('piece'),
        width: 150,
        frozen: true,
        format: (_v, { piece }) => piece.piece,
        render: (_v, { id, piece }) => (
          <Button type="link" size="small" tabIndex={-1} onClick={() => open(id)}>
            {piece.piece}
          </Button>
        ),
      },
      {
        key: 'state',
        title: title('state'),
        width: 110,
        format: (_v, { state }) => t(`state.${state}`),
        render: (_v, { state }) => <StateTag tone={toneOf(state)}>{t(`state.${state}`)}</StateTag>,
      },
      {
        key: 'last',
        title: title('last'),
        width: 190,
        format: (_v, { track }) => {
          const last = track.passed.at(-1)
          return last ? `${show(stationNames[last.station])} ${showTime(last.at)}` : ''
        },
      },
      of('orderNo', 160),
      of('sku', 130),
      of('permit', 140),
      { key: 'kind', title: title('kind'), width: 90, format: (_v, { piece }) => t(`kind.${piece.kind}`) },
    ]
  }, [open, show, t, title])
}

type Editing = { kind: 'new' } | { kind: 'change' | 'station'; view: PieceView }

/** 件号与环节: special goods piece by piece and what travels cold, each with the stations it passed. */
export function Pieces({ faces }: { faces: ReactNode }) {
  const { t } = useTranslation('pieces')
  const [text, setText] = useState('')
  const [state, setState] = useState<PieceState | ''>('')
  const [open, setOpen] = useState<string>()
  const [editing, setEditing] = useState<Editing>()
  const asked = useDeferredValue(text.trim())
  const choice = useMemo(
    (): Choice => ({ ...(asked && { text: asked }), ...(state && { state }) }),
    [asked, state],
  )
  const { source, total, states } = usePieces(choice)
  const columns = useColumns(setOpen)
  const all = Object.values(states).reduce((sum, count) => sum + count, 0)
  const add = () => setEditing({ kind: 'new' })
  useCommand({
    id: 'pieces.add',
    does: 'putPiece',
    title: 'pieces:add',
    group: 'room',
    keys: 'Alt+N',
    run: add,
  })
  const close = () => setEditing(undefined)
  const saved = (id: string) => {
    close()
    setOpen(id)
  }
  return (
    <>
      <div className="goods-tools" role="toolbar" aria-label={t('title')}>
        {faces}
        <ActButton does="putPiece" type="primary" onClick={add}>
          {t('add')}
        </ActButton>
        <StateFilter
          label={t('column.state')}
          all={t('state.all', { count: all })}
          states={pieceStates}
          counts={states}
          nameOf={(one) => t(`state.${one}`)}
          value={state}
          onChange={setState}
        />
        <Input.Search
          className="goods-pieces-search"
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div className="face-split" data-help="goods.pieces">
        <div className="face-grid">
          <Grid<Row>
            id="pieces"
            label={{ zh: t('title', { lng: 'zh' }), en: t('title', { lng: 'en' }) }}
            columns={columns}
            source={source}
            onOpen={({ id }) => setOpen(id)}
            totals={{ filter: { rows: total } }}
            empty={<p>{t('empty')}</p>}
          />
        </div>
        <aside className="face-card face-detail face-aside" aria-label={t('detail')}>
          {open ? (
            <PieceDetail
              key={open}
              id={open}
              onEdit={(view) => setEditing({ kind: 'change', view })}
              onRecord={(view) => setEditing({ kind: 'station', view })}
              onGone={() => setOpen(undefined)}
            />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
          )}
        </aside>
      </div>
      {editing?.kind === 'new' && <PieceDialog onClose={close} onSaved={saved} />}
      {editing?.kind === 'change' && <PieceDialog known={editing.view} onClose={close} onSaved={saved} />}
      {editing?.kind === 'station' && <StationDialog pieces={[editing.view]} onClose={close} />}
    </>
  )
}
