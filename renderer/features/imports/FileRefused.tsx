import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { listed, useText } from '../../components/text'
import type { Plan } from './plan'
import { chooseProfile } from './store'

/** A file that cannot be read as a table of its kind: what is wrong, what was found, what to do. */
export function FileRefused({ plan }: { plan: Plan }) {
  const { t } = useTranslation('imports')
  const show = useText()
  const port = useBook()
  const { refusal } = plan
  if (!refusal) return null
  return (
    <Alert
      type="error"
      showIcon
      title={show(refusal.message)}
      description={
        <>
          <p>{show(refusal.fix)}</p>
          {refusal.missing.length > 0 && (
            <p>{t('lacking', { fields: show(listed(refusal.missing.map(({ label }) => show(label)))) })}</p>
          )}
          {refusal.columns.length > 0 && <p>{t('found', { columns: refusal.columns.join(' | ') })}</p>}
        </>
      }
      action={
        refusal.columns.length > 0 && (
          <Button onClick={() => chooseProfile(port, plan.id, 'generic')}>{t('mapByHand')}</Button>
        )
      }
    />
  )
}
