import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#shared/model/text'
import type { Finding } from '#shared/rules/rule'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import { ActButton } from '../ActButton'
import type { Deed } from '../roles'
import { BasisList } from './BasisList'
import { RuleLink } from './RuleLink'

type Props = {
  finding: Pick<Finding, 'rule' | 'target' | 'text' | 'why' | 'fix' | 'basis'> & {
    /** How sure the rule is; an empty text where it is. */
    mark: Text
    dealt?: { reason: string; who: string; at: string }
  }
  /** The grade in the words of the room. */
  grade: { tone: StateTone; word: string }
  /** Who says it, where it is not a rule of ours. */
  by?: string
  /** The place in words; empty for none beside the target. */
  field: string
  help: string
  /** Left out where there is nowhere to go. */
  onJump?: (() => void) | undefined
  /** What dealing with it does. */
  does: Deed
  /** An empty reason takes 已处理 back. */
  onDeal: (reason: string) => void
}

/** One finding whole: where, what, why with its rule, what to do, on which ground, and what somebody did about it. */
export function FindingDetail({ finding, grade, by, field, help, onJump, does, onDeal }: Props) {
  const { t } = useTranslation('grounds')
  const show = useText()
  const [reason, setReason] = useState('')
  const { rule, target, text, why, fix, basis, mark, dealt } = finding
  return (
    <article className="face-detail" aria-label={`${rule} ${target}`} data-help={help}>
      <h2>
        <StateTag tone={grade.tone}>{grade.word}</StateTag>
        {by === undefined ? <RuleLink rule={rule} /> : <b>{by}</b>}
        {show(mark) && <StateTag tone="waiting">{show(mark)}</StateTag>}
        <span className="face-space" />
        {onJump && (
          <Button size="small" type="primary" onClick={onJump}>
            {t('jump')}
          </Button>
        )}
      </h2>
      <dl className="face-facts">
        <dt>{t('where')}</dt>
        <dd>
          {target} {field && `· ${field}`}
        </dd>
        <dt>{t('what')}</dt>
        <dd>{show(text)}</dd>
        {show(why) !== show(text) && (
          <>
            <dt>{t('why')}</dt>
            <dd>{show(why)}</dd>
          </>
        )}
        <dt>{t('fix')}</dt>
        <dd>{show(fix)}</dd>
        <dt>{t('basis')}</dt>
        <dd>
          <BasisList basis={basis} />
        </dd>
        {dealt && (
          <>
            <dt>{t('dealt')}</dt>
            <dd>
              {dealt.reason} <span className="face-note">{`${dealt.who} ${showTime(dealt.at)}`}</span>{' '}
              <ActButton does={does} type="link" size="small" onClick={() => onDeal('')}>
                {t('takeBack')}
              </ActButton>
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
            className="face-wide-input"
            aria-label={t('reason')}
            placeholder={t('reason')}
            value={reason}
            onChange={({ target: input }) => setReason(input.value)}
          />
          <ActButton does={does} htmlType="submit" disabled={reason.trim() === ''}>
            {t('deal')}
          </ActButton>
        </form>
      )}
    </article>
  )
}
