import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { openTab } from '../../app/navigation'
import { usePracticeTemplate } from './usePracticeTemplate'

/** What a book without a template offers first. */
export function NoTemplates() {
  const { t } = useTranslation('templates')
  const addPractice = usePracticeTemplate([])
  return (
    <div className="templates-empty">
      <p>{t('empty')}</p>
      {addPractice && (
        <ActButton does="command" type="primary" onClick={() => addPractice()}>
          {t('practice')}
        </ActButton>
      )}
      <ActButton
        does="command"
        onClick={() => openTab({ view: 'templates/record', params: {}, title: t('new') })}
      >
        {t('add')}
      </ActButton>
    </div>
  )
}
