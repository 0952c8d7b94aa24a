import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pieceKinds } from '#shared/control/pieces'
import { useBook } from '../../../app/book'
import { useUndoable } from '../../../app/useUndoable'
import type { PieceView } from '../../../data/port'
import { pieceFault, pieceOf, typedOf, type TypedPiece } from './typed'

type Props = { known?: PieceView | undefined; onClose: () => void; onSaved: (id: string) => void }

/** A piece or consignment: its number, goods and order; for goods that travel cold the temperatures to be kept. */
export function PieceDialog({ known, onClose, onSaved }: Props) {
  const { t } = useTranslation('pieces')
  const port = useBook()
  const act = useUndoable()
  const [typed, setTyped] = useState(() => typedOf(known?.piece))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const fault = pieceFault(typed)
  const set = (more: Partial<TypedPiece>) => setTyped((now) => ({ ...now, ...more }))
  const save = async () => {
    setTried(true)
    if (fault || busy) return
    setBusy(true)
    const said = t(known ? 'changed' : 'saved', { piece: typed.piece.trim() })
    const done = await act(
      () => port.putPiece(pieceOf(typed), said, known && { id: known.id, rev: known.rev }),
      () => said,
    )
    setBusy(false)
    if (done) onSaved(done.result.id)
  }
  const input = (
    field: Exclude<keyof TypedPiece, 'kind'>,
    more: { disabled?: boolean; focus?: boolean } = {},
  ) => (
    <label>
      {t(`column.${field}`)}
      <Input
        value={typed[field]}
        disabled={more.disabled === true}
        autoFocus={more.focus === true}
        onChange={({ target }) => set({ [field]: target.value })}
      />
    </label>
  )
  return (
    <Modal
      open
      title={known ? t('change') : t('add')}
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
        <Radio.Group
          aria-label={t('column.kind')}
          value={typed.kind}
          onChange={({ target }) => set({ kind: target.value as TypedPiece['kind'] })}
          options={pieceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <div className="face-fields">
          {input('piece', { disabled: known !== undefined, focus: true })}
          {input('sku')}
        </div>
        <div className="face-fields">
          {input('orderNo')}
          {input('permit')}
        </div>
        {typed.kind === 'cold-chain' && (
          <div className="face-fields">
            {input('low')}
            {input('high')}
          </div>
        )}
        {tried && fault && (
          <p className="face-error" role="alert">
            {t(`fault.${fault}`)}
          </p>
        )}
        {/* Enter in a field saves, as everywhere. */}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
