import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#shared/ipc/contract'

/** How this machine keeps the keys, and where the data lies: asked again and again, so it stands here. */
export function KeyStoreLine() {
  const { t } = useTranslation('app')
  const [info, setInfo] = useState<Result<'app.info'>>()
  useEffect(() => {
    let gone = false
    void window.yiguan.invoke('app.info').then((answer) => {
      if (!gone) setInfo(answer)
    })
    return () => {
      gone = true
    }
  }, [])
  if (!info) return null
  return (
    <p className="entrance-foot">
      {t(`keyStore.${info.keyStore}`)}
      <br />
      {t('entrance.data', { place: info.dataLocation })}
      <br />
      {t('entrance.version', { version: info.version, host: t(`host.${info.host}`) })}
    </p>
  )
}
