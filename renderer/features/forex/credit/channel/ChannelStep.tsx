import { Spin } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreditAnswers } from '#shared/forex/book/records'
import { creditNatures } from '#shared/forex/ledger/claims'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { useQueryState } from '../../../../app/useQuery'
import { Masked } from '../../../../components/Masked'
import { useColumnTitles } from '../../../../components/column-titles'
import { useText } from '../../../../components/text'
import { showTime } from '../../../../components/time'
import { useForexChanges } from '../../changes'
import { SpecForm } from '../../forms/SpecForm'
import { ClaimDialog } from '../../ledger/ClaimDialog'
import { NoteTable } from '../../notes/NoteTable'
import { withAnswers } from '../answers'
import { useCredit } from '../context'
import { useDone } from '../../useDone'
import { channelKeys, channelSections } from './fields'

/** Names of a credit in clear, each read only with a reason that was written down. */
function Names() {
  const { t } = useTranslation('forex')
  const title = useColumnTitles('forex', 'credit')
  const port = useBook()
  const { credit } = useCredit()
  const { id, payer, customer } = credit.row
  const masked = { payer, customer, text: credit.text }
  return (
    <>
      {(['payer', 'customer', 'text'] as const).map(
        (key) =>
          masked[key] !== '' && (
            <div key={key}>
              <dt>{t(`credit.${key}`)}</dt>
              <dd>
                <Masked
                  masked={masked[key]}
                  label={title(key)}
                  onReveal={async (reason) => (await port.revealForexCredit(id, reason))[key]}
                />
              </dd>
            </div>
          ),
      )}
    </>
  )
}

/** 渠道: what the credit is, through whom it came, what was charged on the way, and in whose name. */
export function ChannelStep() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const { credit } = useCredit()
  const act = useDone()
  const { row, claim, answers } = credit
  const [claiming, setClaiming] = useState(false)
  const { value: rules } = useQueryState(() => port.forexRules(), useForexChanges())
  const names = rules?.institutions.map(({ name }) => name).join('\n')
  const sections = useMemo(() => channelSections(names ? names.split('\n') : []), [names])
  if (!rules) return <Spin aria-label={t('loading')} />
  const locked = row.stage === 'presented'
  return (
    <div className="face-page face-scroll" data-help="forex.channel">
      <section className="face-card" aria-label={t('claim.do')}>
        <dl className="face-facts">
          <div>
            <dt>{t('claim.nature')}</dt>
            <dd>
              {claim ? (
                <>
                  {show(creditNatures[claim.nature])} {claim.reason}{' '}
                  <span className="face-note">{`${claim.by} ${showTime(claim.at)}`}</span>
                </>
              ) : (
                t('stage.unclaimed')
              )}{' '}
              <ActButton
                does="claimForexCredits"
                size="small"
                disabled={locked}
                onClick={() => setClaiming(true)}
              >
                {t('claim.do')}
              </ActButton>
            </dd>
          </div>
          <div>
            <dt>{t('credit.account')}</dt>
            <dd>
              {row.account} {!row.booked && t('credit.adviceOnly')} {row.own && t('credit.own')}
            </dd>
          </div>
          <Names />
          {credit.uetr !== '' && (
            <div>
              <dt>{t('credit.uetr')}</dt>
              <dd>{credit.uetr}</dd>
            </div>
          )}
        </dl>
      </section>
      <SpecForm
        does="answerForexCredit"
        id={`forex/channel/${row.id}`}
        label={t('step.channel')}
        help="forex.channel"
        sections={sections}
        stored={answers}
        schema={CreditAnswers}
        locked={locked}
        onSave={(record) =>
          act(() =>
            port.answerForexCredit(row.id, withAnswers(answers, channelKeys, record), t('why.channel')),
          )
        }
      />
      <NoteTable kind="contract" />
      <NoteTable kind="registrationForm" />
      {claiming && (
        <ClaimDialog
          credits={{ ids: [row.id] }}
          count={1}
          claimed={claim}
          onDone={() => setClaiming(false)}
          onClose={() => setClaiming(false)}
        />
      )}
    </div>
  )
}
