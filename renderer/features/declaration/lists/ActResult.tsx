import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { LeftOut } from '../LeftOut'
import type { ActOutcome } from './acts'

/** What an act did, and what it left out with the reason. */
export function ActResult({ outcome, onClose }: { outcome: ActOutcome; onClose: () => void }) {
  const { t } = useTranslation('declaration')
  const { act, count, leftOut, leftOutCount, batchNo = '', documents = 0, refused = 0 } = outcome
  return (
    <Alert
      type={leftOutCount + refused > 0 ? 'warning' : 'success'}
      showIcon
      closable={{ onClose }}
      title={t(`did.${act}`, { count })}
      description={
        <>
          {batchNo !== '' && <p>{t('did.batch', { batchNo, documents })}</p>}
          {refused > 0 && <p>{t('did.refused', { count: refused })}</p>}
          <LeftOut leftOut={leftOut} count={leftOutCount} />
        </>
      }
    />
  )
}
