import { LockOutlined } from '@ant-design/icons'
import { Alert, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import type { LineTreatment } from '#shared/rebate/treatment/treat'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { SourceTag } from '../../../components/provenance/SourceTag'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { useRebateChanges } from '../changes'
import { fieldName } from '../field-names'
import { RuleLink } from '../../../app/grounds/RuleLink'
import { useAttempt } from '../../../app/useAttempt'
import { percent, treatmentTones, writtenKey } from '../words'
import { useWizard } from '../wizard/context'
import { AnswersDialog } from './AnswersDialog'
import { questions } from './questions'

type ItemFactsProps = {
  item: DeclarationItem
  field: string
  /** 出口日期 that somebody gave, because no paper tells it. */
  givenDate: string | undefined
}

/**
 * The declared facts a treatment is decided on, each with where it comes from; the one a finding names is marked. What stands in
 * a 报关单 is changed at customs and read again, never here.
 */
function ItemFacts({ item, field, givenDate }: ItemFactsProps) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const facts = Object.entries(item).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  )
  return (
    <details open={field !== ''}>
      <summary>{t('treated.facts')}</summary>
      <dl className="face-facts face-facts-tight">
        {facts.map(([key, value]) => (
          <div
            key={key}
            className={key === field ? 'face-marked' : ''}
            aria-current={key === field || undefined}
          >
            <dt>{show(fieldName(key))}</dt>
            <dd>
              {String(value)}{' '}
              <small className="face-note">
                {key === 'exportDate' && value === givenDate ? (
                  <SourceTag source={{ record: 'answer' }} />
                ) : (
                  <>
                    <LockOutlined aria-label={t('treated.told')} title={t('treated.told')} />{' '}
                    <SourceTag source={{ record: 'entry' }} />
                  </>
                )}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Decision({ treated }: { treated: LineTreatment }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const { treatment, decidedBy, note, rebateRate, rateCode, inputVat, consumptionTax, reasons, lost } =
    treated
  return (
    <>
      <p>
        <StateTag tone={treatmentTones[treatment]}>{t(`treatment.${treatment}`)}</StateTag> {show(note)}
      </p>
      <dl className="face-facts">
        <dt>{t('treated.decidedBy')}</dt>
        <dd>{decidedBy ? <RuleLink rule={decidedBy} /> : t('treated.nobody')}</dd>
        {rebateRate !== undefined && (
          <>
            <dt>{t('treated.rate')}</dt>
            <dd>{t('treated.rateOf', { rate: percent(rebateRate), code: rateCode ?? '' })}</dd>
          </>
        )}
        {inputVat && (
          <>
            <dt>{t('treated.inputVat')}</dt>
            <dd>{t(`inputVat.${inputVat}`)}</dd>
          </>
        )}
        {consumptionTax && (
          <>
            <dt>{t('treated.consumptionTax')}</dt>
            <dd>{t(`consumptionTax.${consumptionTax}`)}</dd>
          </>
        )}
        <dt>{t('treated.reasons')}</dt>
        <dd>
          {reasons.map((rule) => (
            <RuleLink key={rule} rule={rule} />
          ))}
        </dd>
      </dl>
      {lost.length > 0 && (
        <>
          <h3>{t('treated.lost')}</h3>
          <ul className="rebate-lost">
            {lost.map(({ rule, treatment: other, note: why }) => (
              <li key={rule}>
                <RuleLink rule={rule} />{' '}
                <StateTag tone={treatmentTones[other]}>{t(`treatment.${other}`)}</StateTag> {show(why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** How one line is treated as its facts stand now, which rule decided, which lost, and what was answered about it. */
export function TreatmentDetail({ line, field }: { line: string; field: string }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const { batch } = useWizard()
  const changes = useRebateChanges()
  const { value, state } = useQueryState(
    async () => ({
      treated: await port.rebateTreatment(line),
      item: await port.rebateItem(line),
      answers: await port.rebateLineAnswers(line),
    }),
    `${changes} ${line}`,
  )
  // What no paper tells is answered: a finding about it opens the answers at its field.
  const [asking, setAsking] = useState(!batch.locked && questions.some(({ key }) => key === field))
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin />
  const save = async (answers: typeof value.answers.own) =>
    (await act(() => port.answerRebateLines(batch.id, { ids: [line] }, answers, t('why.answers')))) !==
    undefined
  return (
    <article className="face-detail" aria-label={writtenKey(line)} data-help="rebate.treated">
      <h2>
        {writtenKey(line)}
        <span className="face-space" />
        <ActButton
          does="answerRebateLines"
          size="small"
          disabled={batch.locked}
          onClick={() => setAsking(true)}
        >
          {t('answer.line')}
        </ActButton>
      </h2>
      <Decision treated={value.treated} />
      {value.item && <ItemFacts item={value.item} field={field} givenDate={value.answers.own.exportDate} />}
      {asking && (
        <AnswersDialog
          title={t('answer.lineTitle', { line: writtenKey(line) })}
          start={value.answers.own}
          beneath={value.answers.batch}
          first={field}
          onSave={save}
          onClose={() => setAsking(false)}
        />
      )}
    </article>
  )
}
