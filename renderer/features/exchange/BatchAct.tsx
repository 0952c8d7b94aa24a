import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import type { BatchView } from '../../data/port'
import { actOf } from './states'
import { useActing } from './useActing'

/** Try a batch now. What may have left is asked about first; it is only ever sent again with the same bytes. */
export function BatchAct({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('queue')
  const port = useBook()
  const { busy, act } = useActing()
  const kind = actOf(batch)
  if (!kind) return null
  return (
    <Button
      size="small"
      loading={busy}
      title={t(`act.${kind}Hint`)}
      onClick={() => void act(() => port.retryNow(batch.id), t(`act.${kind}Said`))}
    >
      {t(`act.${kind}`)}
    </Button>
  )
}
