import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { StoredForm } from '../../../app/StoredForm'
import { useAttempt } from '../../../app/useAttempt'
import { useWizard } from '../wizard/context'
import { manufacturerSections, periodFaults, periodOf, periodValues } from './manufacturer-fields'

/** 生产企业: figures of the period, typed once and shown beside those the claim makes. */
export function ManufacturerForm() {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { batch, focus } = useWizard()
  const stored = useMemo(() => periodValues(batch.manufacturer), [batch.manufacturer])
  return (
    <StoredForm
      does="editRebateBatch"
      id={`rebate/period/${batch.id}`}
      label={t('manufacturer.title')}
      sections={manufacturerSections}
      {...(focus?.kind === 'period' && { first: focus.field })}
      stored={stored}
      faultsOf={periodFaults}
      locked={batch.locked}
      onSave={async (values) =>
        (await act(async () => {
          const manufacturer = periodOf(values, batch.manufacturer)
          await port.editRebateBatch(batch.id, { manufacturer }, t('why.period'))
          return true
        })) ?? false
      }
    />
  )
}
