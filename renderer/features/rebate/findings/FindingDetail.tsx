import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { RebateFinding } from '../../../data/port'
import { BasisList } from '../BasisList'
import { fieldName } from '../field-names'
import { RuleLink } from '../RuleLink'
import { severityTones } from '../words'

type Props = {
  finding: RebateFinding
  onJump: () => void
  /** An empty reason takes 已处理 back. */
  onDeal: (reason: string) => void
}

/** One finding whole: where, what, why with its rule, what to do, on which ground, and what somebody did about it. */
export function FindingDetail({ finding, onJump, onDeal }: Props) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const [reason, setReason] = useState('')
  const { severity, rule, target, field, text, why, fix, basis, mark, dealt, official } = finding
  return (
    <article className="rebate-detail" aria-label={`${rule} ${target}`} data-help="rebate.finding">
      <h2>
        <StateTag tone={severityTones[severity]}>{t(`severity.${severity}`)}</StateTag>
        {official ? <b>{t('finding.official')}</b> : <RuleLink rule={rule} />}
        {show(mark) && <StateTag tone="waiting">{show(mark)}</StateTag>}
        <span className="face-space" />
        <Button size="small" type="primary" onClick={onJump}>
          {t('finding.jump')}
        </Button>
      </h2>
      <dl className="rebate-facts">
        <dt>{t('finding.where')}</dt>
        <dd>
          {target} {field && `· ${show(fieldName(field))}`}
        </dd>
        <dt>{t('finding.what')}</dt>
        <dd>{show(text)}</dd>
        {show(why) !== show(text) && (
          <>
            <dt>{t('finding.why')}</dt>
            <dd>{show(why)}</dd>
          </>
        )}
        <dt>{t('finding.fix')}</dt>
        <dd>{show(fix)}</dd>
        <dt>{t('finding.basis')}</dt>
        <dd>
          <BasisList basis={basis} />
        </dd>
        {dealt && (
          <>
            <dt>{t('finding.dealt')}</dt>
            <dd>
              {dealt.reason} <span className="face-note">{`${dealt.who} ${showTime(dealt.at)}`}</span>{' '}
              <Button type="link" size="small" onClick={() => onDeal('')}>
                {t('finding.takeBack')}
              </Button>
            </dd>
          </>
        )}
      </dl>
      {!dealt && (
        <form
          className="face-tools"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') onDeal(reason.trim())
          }}
        >
          <Input
            className="rebate-note"
            aria-label={t('finding.reason')}
            placeholder={t('finding.reason')}
            value={reason}
            onChange={({ target: input }) => setReason(input.value)}
          />
          <Button htmlType="submit" disabled={reason.trim() === ''}>
            {t('finding.deal')}
          </Button>
        </form>
      )}
    </article>
  )
}
