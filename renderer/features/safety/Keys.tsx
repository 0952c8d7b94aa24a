import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lockBook, useSession } from '../../app/book'
import { useWhyNot } from '../../app/roles'
import { useRenewal } from '../../app/safety/renewal'
import { useQueryState } from '../../app/useQuery'
import { showTime } from '../../components/time'
import { ChangePassword } from './ChangePassword'
import { RecoveryKey } from './RecoveryKey'
import { RenewKeys } from './RenewKeys'

/** The ways to the keys of this book: password, recovery key, and the way to restoring. */
export function Keys() {
  const { t } = useTranslation('safety')
  const { entry } = useSession()
  const refused = useWhyNot()('manage')
  const [asking, setAsking] = useState<'password' | 'recovery' | 'keys'>()
  const [made, setMade] = useState(0)
  const rows = useRenewal((renewal) => renewal.rows)
  const isMoving = rows !== undefined
  const { value: keys } = useQueryState(
    () => window.yiguan.invoke('vault.keys', entry.id),
    `${made} ${isMoving}`,
  )
  const has = keys?.recovery === true
  return (
    <section className="face-card" aria-label={t('keys.title')}>
      <h2>{t('keys.title')}</h2>
      <p className="face-note">
        {t(has ? 'keys.has' : 'keys.none')}{' '}
        {keys && t('keys.since', { day: showTime(keys.since), cipher: keys.cipher.toUpperCase() })}
      </p>
      {keys?.renewing && (
        <Alert
          type="info"
          showIcon
          title={isMoving ? t('keys.renewingRows', { rows }) : t('keys.renewing')}
        />
      )}
      {keys?.due && <Alert type="warning" showIcon title={t(`keys.due_${keys.due}`)} />}
      <div className="face-tools">
        <Button
          data-help="safety.recovery"
          disabled={refused !== undefined}
          title={refused}
          onClick={() => setAsking('recovery')}
        >
          {t(has ? 'keys.again' : 'keys.make')}
        </Button>
        <Button
          data-help="safety.keys"
          disabled={refused !== undefined || !keys || keys.renewing}
          title={refused}
          onClick={() => setAsking('keys')}
        >
          {t('keys.renew')}
        </Button>
        <Button onClick={() => setAsking('password')}>{t('keys.password')}</Button>
      </div>
      <h2 className="safety-restore">{t('restore.title')}</h2>
      <p className="face-note">{t('restore.how')}</p>
      <div className="face-tools">
        <Button onClick={() => void lockBook()}>{t('restore.lock')}</Button>
      </div>
      {asking === 'password' && <ChangePassword onClose={() => setAsking(undefined)} />}
      {asking === 'keys' && keys && <RenewKeys cipher={keys.cipher} onClose={() => setAsking(undefined)} />}
      {asking === 'recovery' && (
        <RecoveryKey
          onClose={() => {
            setAsking(undefined)
            setMade((n) => n + 1)
          }}
        />
      )}
    </section>
  )
}
