import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { setDevice, useDevice } from '../device'

/** To the other language; each names itself in its own words, so that nobody needs to read the other. */
export function LanguageSwitch() {
  const { t } = useTranslation('app')
  const language = useDevice((state) => state.language)
  const other = language === 'zh' ? 'en' : 'zh'
  const name = t(`languages.${other}`)
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setDevice({ language: other })}>
      {name}
    </Button>
  )
}
