import { Alert, Spin } from 'antd'
import { use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RebateEnterprise } from '#shared/model/rebate/enterprise'
import { useBook, useSession } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import type { RebateRules } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { StoredForm } from '../../../app/StoredForm'
import { useAttempt } from '../../../app/useAttempt'
import { WizardContext } from '../wizard/context'
import { enterpriseFaults, enterpriseOf, enterpriseSections, valuesOf } from './fields'
import { ruleFaults, ruleSections, rulesOf, ruleValues } from './rule-fields'

function Forms({ enterprise, rules }: { enterprise: RebateEnterprise | undefined; rules: RebateRules }) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const { entry, enterprise: own } = useSession()
  const act = useAttempt()
  // A finding leads to the field it is about.
  const asked = use(WizardContext)?.focus?.field
  const stored = useMemo(() => valuesOf(enterprise, { name: own?.name, taxNo: own?.uscc }), [enterprise, own])
  const ruled = useMemo(() => ruleValues(rules), [rules])
  const done = async (work: () => Promise<void>) =>
    (await act(async () => {
      await work()
      return true
    })) ?? false
  return (
    <>
      {!enterprise && <Alert type="warning" showIcon title={t('enterprise.missing')} />}
      <StoredForm
        does="setRebateEnterprise"
        id="rebate/enterprise"
        label={t('enterprise.title')}
        sections={enterpriseSections}
        stored={stored}
        fresh={!enterprise}
        first={
          enterpriseSections.some(({ fields }) => fields.some(({ key }) => key === asked)) ? asked! : 'name'
        }
        faultsOf={enterpriseFaults}
        onSave={(values) => done(() => port.setRebateEnterprise(enterpriseOf(values), t('why.enterprise')))}
      />
      <StoredForm
        does="setRebateRules"
        id="rebate/rules"
        label={t('enterprise.rules')}
        sections={ruleSections(entry.kind === 'practice')}
        stored={ruled}
        faultsOf={(values) => ruleFaults(values, rules)}
        onSave={(values) => done(() => port.setRebateRules(rulesOf(values, rules), t('why.rules')))}
      />
    </>
  )
}

/** 企业与口径: what the tax office knows of the enterprise, and what the enterprise chose for itself. */
export function EnterpriseStep() {
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(
    async () => ({ enterprise: await port.rebateEnterprise(), rules: await port.rebateRules() }),
    useRebateChanges(),
  )
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin />
  return (
    <div className="face-page face-scroll" data-help="rebate.enterprise">
      <Forms enterprise={value.enterprise} rules={value.rules} />
    </div>
  )
}
