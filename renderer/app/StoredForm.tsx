import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from './drafts'
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
  locked = false,
  fresh = false,
  first,
}: Props) {
  const { t } = useTranslation('work')
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
        onSubmit={() => void save()}
        {...(moved.length > 0 &&
          !busy && { newer: { stored, fields: moved, labels: {}, onKeepOwn: keepOwn, onDrop: drop } })}
        actions={
          <>
            <Button type="primary" htmlType="submit" loading={busy} disabled={(!dirty && !fresh) || locked}>
              {t('form.save')}
            </Button>
            <span className="record-space" />
            {dirty && <Button onClick={drop}>{t('form.giveUp')}</Button>}
          </>
        }
      />
    </section>
  )
}
