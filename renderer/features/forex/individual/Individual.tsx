import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndividualReport } from '#shared/forex/individuals'
import { resultText } from '#shared/forex/verdict'
import { useBook } from '../../../app/book'
import { everyRow } from '../../../app/list/pages'
import { useAttempt } from '../../../app/useAttempt'
import { groupDigits } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { FindingLines } from '../FindingLines'
import { AnswerForm, useAnswers } from '../forms/AnswerForm'
import { resultTones, today } from '../words'
import { individualSections } from './fields'
import { individualInput } from './input'

const nothing = {}

/** What the rules for individuals say of the receipt: by evidence, by quota, and whether a form is wanted. */
function Report({ report }: { report: IndividualReport }) {
  const { t } = useTranslation('forex')
  const show = useText()
  return (
    <section className="face-card" aria-label={t('individual.result')} aria-live="polite">
      <h2>
        <StateTag tone={resultTones[report.result]}>{show(resultText[report.result])}</StateTag>{' '}
        {t(`individual.${report.treatedAs}`)}
      </h2>
      {report.treatedAs === 'individual' &&
        report.receipts.map((one) => (
          <dl key={one.id} className="face-facts">
            {(
              ['eligibleByEvidence', 'eligibleByQuota', 'eligible', 'held', 'quotaUsedAfterUsd'] as const
            ).map((figure) => (
              <div key={figure}>
                <dt>{t(`individual.${figure}`)}</dt>
                <dd>{groupDigits(one[figure])}</dd>
              </div>
            ))}
            {one.bopForm && (
              <div>
                <dt>{t('individual.bopForm')}</dt>
                <dd>{t(`bopForm.${one.bopForm}`)}</dd>
              </div>
            )}
          </dl>
        ))}
      <FindingLines findings={report.findings} />
    </section>
  )
}

/** 个人: a receipt of one person by the rules for individuals. Nothing of it is stored. */
export function Individual() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const attempt = useAttempt()
  const form = useAnswers('forex/individual', t('face.individual'), individualSections, nothing)
  const [report, setReport] = useState<IndividualReport>()
  const check = async () => {
    const rows = (await attempt(() => everyRow((offset, limit) => port.forexRates({ offset, limit })))) ?? []
    const rates = rows.map(({ currency, month, usdPerUnit }) => ({ currency, month, usdPerUnit }))
    const input = individualInput(form.answers, rates)
    if (input) setReport(await attempt(() => port.checkForexIndividual(input, today())))
  }
  return (
    <div className="face-page face-scroll" data-help="forex.individual">
      <Alert type="info" showIcon title={t('individual.says')} />
      <section className="face-card" aria-label={t('face.individual')}>
        <AnswerForm
          label={t('face.individual')}
          help="forex.individual"
          sections={individualSections}
          form={form}
          onSubmit={() => void check()}
        />
        <Button type="primary" disabled={form.faults.length > 0} onClick={() => void check()}>
          {t('individual.check')}
        </Button>
      </section>
      {report && <Report report={report} />}
    </div>
  )
}
