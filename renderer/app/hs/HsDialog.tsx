import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TariffHit } from '#shared/tariff/search'
import { HsPanel } from './HsPanel'

type Props = { initial: string; onTake: (hit: TariffHit) => void; onClose: () => void }

/** The search for a code over a form; Esc leaves everything as it was. */
export function HsDialog({ initial, onTake, onClose }: Props) {
  const { t } = useTranslation('hs')
  return (
    <Modal open width={960} title={t('title')} footer={null} onCancel={onClose} destroyOnHidden>
      <HsPanel initial={initial} onTake={onTake} />
    </Modal>
  )
}
