import { Alert, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ForexRules, ForexSubject } from '#shared/forex/book/records'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import { useForexChanges } from '../changes'
import { useDone } from '../useDone'
import { SpecForm } from '../forms/SpecForm'
import { NoteTable } from '../notes/NoteTable'
import { ruleSections, shownInstitutions, subjectSections } from './fields'
import { RegistrationPanel } from './RegistrationPanel'

/** 主体与名录: what is stated of the enterprise, what that makes of the thresholds, changes, and the house tolerances. */
export function SubjectForms() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const { value, state } = useQueryState(
    async () => ({ subject: await port.forexSubject(), rules: await port.forexRules() }),
    useForexChanges(),
  )
  if (typeof state === 'object' && !value) return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin aria-label={t('loading')} />
  const { subject, rules } = value
  return (
    <div className="face-page face-scroll" data-help="forex.subject">
      {!subject && <Alert type="warning" showIcon title={t('subject.missing')} />}
      <SpecForm
        does="setForexSubject"
        id="forex/subject"
        label={t('step.subject')}
        help="forex.subject"
        sections={subjectSections}
        stored={subject ?? { type: 'enterprise' }}
        schema={ForexSubject}
        fresh={!subject}
        onSave={(record) => done(() => port.setForexSubject(record as ForexSubject, t('why.subject')))}
      />
      {subject && <RegistrationPanel />}
      <NoteTable kind="change" />
      <SpecForm
        does="setForexRules"
        id="forex/rules"
        label={t('subject.rules')}
        help="forex.rules"
        sections={ruleSections}
        stored={rules}
        onSave={(record) => {
          const { settings = {}, ownNames = [], institutions = [], warnDays } = record as Partial<ForexRules>
          const stated: ForexRules = {
            settings,
            ownNames,
            // Those that have no place in the form stay as they are.
            institutions: [...institutions, ...rules.institutions.slice(shownInstitutions)],
            warnDays: warnDays ?? rules.warnDays,
          }
          return done(() => port.setForexRules(stated, t('why.rules')))
        }}
      />
    </div>
  )
}
