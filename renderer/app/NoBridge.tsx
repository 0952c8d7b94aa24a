import { Result } from 'antd'
import { useTranslation } from 'react-i18next'

/** The preload failed, so nothing of main can be reached: said at once, instead of a page on which nothing answers. */
export function NoBridge() {
  const { t } = useTranslation('app')
  return (
    <Result
      status="error"
      title={t('noBridge.title')}
      subTitle={t('noBridge.what')}
      data-testid="no-bridge"
    />
  )
}
