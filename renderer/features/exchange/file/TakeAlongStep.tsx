import { useTranslation } from 'react-i18next'

/** What the officer does between the two machines, word for word. */
export function TakeAlongStep() {
  const { t } = useTranslation('carry')
  return (
    <ol className="carry-list">
      <li>{t('take.eject')}</li>
      <li>
        {t('take.app')}
        <p className="carry-note">{t('take.appNote')}</p>
      </li>
      <li>
        {t('take.cli')}
        <pre>
          <code>{t('take.command')}</code>
        </pre>
      </li>
      <li>{t('take.again')}</li>
      <li>{t('take.line')}</li>
    </ol>
  )
}
