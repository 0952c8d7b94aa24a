import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from './ActButton'
import { useDraft } from './drafts'
import { useWhyNot, type Deed } from './roles'
import {
  RecordForm,
  type FieldFault,
  type FormSection,
  type FormValues,
} from '../components/record-form/RecordForm'

type Props = {
  id: string
  label: string
  sections: readonly FormSection[]
  stored: FormValues
  faultsOf: (values: FormValues) => readonly FieldFault[]
  /** True once it is stored. */
  onSave: (values: FormValues) => Promise<boolean>
  /** What saving does. */
  does: Deed
  /** Nothing can be changed. */
  locked?: boolean
  /** What it starts with was never stored: it may be saved as it stands. */
  fresh?: boolean
  /** Field that has the focus when it appears. */
  first?: string
}

/** A form whose input outlives its step until it is saved or given up. */
export function StoredForm({
  id,
  label,
  sections,
  stored,
  faultsOf,
  onSave,
  does,
  locked = false,
  fresh = false,
  first,
}: Props) {
  const { t } = useTranslation('work')
  const refused = useWhyNot()(does)
  const [busy, setBusy] = useState(false)
  const { values, change, drop, dirty, moved, keepOwn } = useDraft(id, label, stored)
  const save = async () => {
    setBusy(true)
    if (await onSave(values)) drop()
    setBusy(false)
  }
  return (
    <section className="face-card" aria-label={label}>
      <RecordForm
        label={label}
        {...(first && { first })}
        sections={sections}
        values={values}
        onChange={change}
        faults={faultsOf(values)}
        refused={refused}
        onSubmit={() => void save()}
        {...(moved.length > 0 &&
          !busy && { newer: { stored, fields: moved, labels: {}, onKeepOwn: keepOwn, onDrop: drop } })}
        actions={
          <>
            <ActButton
              does={does}
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={(!dirty && !fresh) || locked}
            >
              {t('form.save')}
            </ActButton>
            <span className="record-space" />
            {dirty && <Button onClick={drop}>{t('form.giveUp')}</Button>}
          </>
        }
      />
    </section>
  )
}
