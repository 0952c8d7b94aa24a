import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Enterprise } from '#shared/model/enterprise'
import { zones as shippedZones } from '#shared/zones/zones'
import { useWhyNot } from '../../app/roles'
import { saveEnterprise } from '../../app/book'
import { useDraft } from '../../app/drafts'
import { useZones } from '../../app/useZones'
import { describeFailure, type Failure } from '../../components/failure'
import { RecordForm } from '../../components/record-form/RecordForm'
import { enterpriseFaults, enterpriseOf, enterpriseSections, valuesOf } from './fields'
import { useNextNumber } from './useNextNumber'

type FormProps = { enterprise: Enterprise; onDone: () => void }

/** The company of the book, checked while it is typed. The kind of the book is not among the fields: it never changes. */
export function EnterpriseForm({ enterprise, onDone }: FormProps) {
  const { t } = useTranslation('enterprise')
  const stored = useMemo(() => valuesOf(enterprise), [enterprise])
  const { values, change, drop, dirty, moved, keepOwn } = useDraft('enterprise', t('title'), stored)
  const [busy, setBusy] = useState(false)
  const refused = useWhyNot()('manage')
  const [failure, setFailure] = useState<Failure>()
  const faults = useMemo(
    () => enterpriseFaults(values, enterprise.book === 'practice'),
    [enterprise.book, values],
  )
  const next = useNextNumber(values)
  const { choice } = useZones()
  const zones = choice?.zones ?? shippedZones
  const sections = useMemo(() => enterpriseSections(zones), [zones])
  const save = async () => {
    setBusy(true)
    try {
      await saveEnterprise(enterpriseOf(values, enterprise, zones, new Date().toISOString()), t('edit'))
      drop()
      onDone()
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <RecordForm
      refused={refused}
      label={t('title')}
      sections={sections}
      values={values}
      onChange={change}
      faults={faults}
      onSubmit={() => void save()}
      failure={failure}
      newer={
        moved.length > 0 && !busy ? { stored, fields: moved, onKeepOwn: keepOwn, onDrop: drop } : undefined
      }
      first="uscc"
      actions={
        <>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!dirty}>
            {t('save')}
          </Button>
          <Button onClick={onDone}>{t('back')}</Button>
          <span className="record-space" />
          {dirty && <span className="record-note-plain">{t('draft')}</span>}
          {dirty && <Button onClick={drop}>{t('giveUp')}</Button>}
        </>
      }
    >
      <p className="enterprise-number">
        {t('next')} <strong className="number">{next ?? t('noNumber')}</strong>
        <span className="record-note-plain">{t('numberRule')}</span>
      </p>
    </RecordForm>
  )
}
