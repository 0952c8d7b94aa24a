import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lockBook, useSession } from '../../app/book'
import { useWhyNot } from '../../app/roles'
import { useQueryState } from '../../app/useQuery'
import { ChangePassword } from './ChangePassword'
import { RecoveryKey } from './RecoveryKey'

/** The ways to the keys of this book: password, recovery key, and the way to restoring. */
export function Keys() {
  const { t } = useTranslation('safety')
  const { entry } = useSession()
  const refused = useWhyNot()('manage')
  const [asking, setAsking] = useState<'password' | 'recovery'>()
  const [made, setMade] = useState(0)
  const { value: has } = useQueryState(() => window.yiguan.invoke('vault.hasRecoveryKey', entry.id), made)
  return (
    <section className="face-card" aria-label={t('keys.title')}>
      <h2>{t('keys.title')}</h2>
      <p className="face-note">{t(has ? 'keys.has' : 'keys.none')}</p>
      <div className="face-tools">
        <Button
          data-help="safety.recovery"
          disabled={refused !== undefined}
          title={refused}
          onClick={() => setAsking('recovery')}
        >
          {t(has ? 'keys.again' : 'keys.make')}
        </Button>
        <Button onClick={() => setAsking('password')}>{t('keys.password')}</Button>
      </div>
      <h2 className="safety-restore">{t('restore.title')}</h2>
      <p className="face-note">{t('restore.how')}</p>
      <div className="face-tools">
        <Button onClick={() => void lockBook()}>{t('restore.lock')}</Button>
      </div>
      {asking === 'password' && <ChangePassword onClose={() => setAsking(undefined)} />}
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
