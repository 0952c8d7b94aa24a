import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { compareZones } from '#shared/zones/compare'
import type { Zone } from '#shared/zones/zone'
import { refreshEnterprise, useBook } from '../../app/book'
import { useUndoable } from '../../app/useUndoable'
import { useText } from '../../components/text'
import { DifferenceTable } from './DifferenceTable'

/** Fields of a zone that the software itself goes by; the others are to be read. */
const effective = new Set(['taxFunction', 'rejectedAppType', 'acts', 'matching', 'clauses.leaves-first'])

type Props = { from: Zone | undefined; to: Zone; isEdition: boolean; onClose: () => void }

/**
 * Move the book to another zone, or to the latest edition of its own (`from` is absent where the one it had is gone): what
 * changes is said first, and it can be undone.
 */
export function SwitchZone({ from, to, isEdition, onClose }: Props) {
  const { t } = useTranslation('zones')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const [busy, setBusy] = useState(false)
  const changes = from ? compareZones(from, to).filter(({ field }) => isEdition || effective.has(field)) : []
  const name = show(to.name)
  const { edition } = to
  const words = isEdition ? 'edition' : 'switch'
  const move = async () => {
    setBusy(true)
    const done = await act(
      () => port.useZone(to.id, t(`${words}.why`, { zone: to.name.zh, edition })),
      () => t(`${words}.done`, { zone: name, edition }),
    )
    setBusy(false)
    if (!done) return
    await refreshEnterprise()
    onClose()
  }
  return (
    <Modal
      open
      width={760}
      title={t(`${words}.title`, { zone: name, edition })}
      okText={t(`${words}.open`)}
      cancelText={t(`${words}.cancel`)}
      confirmLoading={busy}
      onOk={() => void move()}
      onCancel={onClose}
    >
      <p>{t(`${words}.says`)}</p>
      {changes.length > 0 && <DifferenceTable differences={changes} left={from!} right={to} />}
      {changes.length === 0 && <p className="face-note">{t(from ? `${words}.same` : 'edition.noBefore')}</p>}
    </Modal>
  )
}
