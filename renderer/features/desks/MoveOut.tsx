import { Alert, Checkbox, Input, Modal } from 'antd'
import { proxy } from 'comlink'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { lockBook, useSession } from '../../app/book'
import { deskLinkOf } from '../../app/desks'
import { useAct } from '../../app/useAct'
import type { DeskState } from '../../data/port'

/** 迁出: from then on this installation is looked at only. Asked twice, because nothing takes it back. */
export function MoveOut({ desk }: { desk: DeskState }) {
  const { t } = useTranslation('desks')
  const session = useSession()
  const { refuse } = useAct()
  const [asking, setAsking] = useState(false)
  const [sure, setSure] = useState(false)
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const moveOut = async () => {
    setBusy(true)
    try {
      await session.port.moveOut(proxy(deskLinkOf(session)) as never, why.trim())
      await lockBook()
    } catch (error) {
      refuse(error)
      setBusy(false)
    }
  }
  const open = desk.counts.unsent + desk.counts.conflicts
  return (
    <div className="desk-move">
      <p>{t('move.what')}</p>
      <ol>
        {(['hand', 'meet', 'mark', 'go'] as const).map((step) => (
          <li key={step}>{t(`move.${step}`)}</li>
        ))}
      </ol>
      {open > 0 && <Alert type="warning" showIcon title={t('move.open', { n: open })} />}
      <ActButton does="moveOut" danger disabled={Boolean(desk.moved)} onClick={() => setAsking(true)}>
        {t('move.button')}
      </ActButton>
      <Modal
        open={asking}
        title={t('move.ask', { code: desk.code })}
        okText={t('move.button')}
        okButtonProps={{ danger: true, disabled: !sure || why.trim() === '', loading: busy }}
        onOk={() => void moveOut()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <label className="desk-why">
          {t('move.why')}
          <Input autoFocus value={why} onChange={(event) => setWhy(event.target.value)} />
        </label>
        <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
          {t('move.sure')}
        </Checkbox>
      </Modal>
    </div>
  )
}
