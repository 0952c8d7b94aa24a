import { Alert, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resultText } from '#shared/forex/verdict'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { showAmount } from '../../../../components/numbers'
import { useText } from '../../../../components/text'
import { useAsk } from '../../useAsk'
import { useDone } from '../../useDone'
import { today } from '../../words'
import { useCredit } from '../context'
import { presentable } from '../steps'
import { papersOf } from './originals'
import { PackMaker } from './PackMaker'

const form = 'YYYY-MM-DD'

/** Hand the receipt to the bank and note it, or take that back; its papers are used by it meanwhile. */
function Present() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const ask = useAsk()
  const { credit, run } = useCredit()
  const { row, presented } = credit
  const [on, setOn] = useState(today)
  if (presented) {
    return (
      <Alert
        type="success"
        showIcon
        title={t('present.was', {
          on: presented.on,
          by: presented.by,
          result: show(resultText[presented.result]),
          amount: showAmount(presented.eligible, row.currency),
        })}
        action={
          <ActButton
            does="withdrawForexCredits"
            size="small"
            onClick={() =>
              ask({
                title: t('present.backAsk'),
                act: t('present.back'),
                run: () => done(() => port.withdrawForexCredits([row.id], t('why.withdraw'))),
              })
            }
          >
            {t('present.back')}
          </ActButton>
        }
      />
    )
  }
  const can = presentable(row.result) && run !== undefined && !run.outdated
  return (
    <form
      className="face-tools"
      onSubmit={(event) => {
        event.preventDefault()
        if (can) void done(() => port.presentForexCredits([row.id], on, t('why.present')))
      }}
    >
      <DatePicker
        allowClear={false}
        aria-label={t('present.on')}
        value={dayjs(on, form)}
        onChange={(day) => day && setOn(day.format(form))}
      />
      <ActButton does="presentForexCredits" htmlType="submit" type="primary" disabled={!can}>
        {t('present.do')}
      </ActButton>
      <span className="face-note">{t(can ? 'present.says' : 'present.cannot')}</span>
    </form>
  )
}

/** 证据: the pack of this receipt, and handing it to the bank. */
export function EvidenceStep() {
  const { t } = useTranslation('forex')
  const { credit } = useCredit()
  const { row, verdict } = credit
  const papers = useMemo(() => papersOf(credit), [credit])
  const own = useMemo(() => (verdict ? [row.id] : []), [row.id, verdict])
  return (
    <div className="face-page face-scroll" data-help="forex.evidence">
      {!verdict && <Alert type="info" showIcon title={t('declare.checkFirst')} />}
      <PackMaker credits={own} papers={papers} />
      <section className="face-card" aria-label={t('present.title')} data-help="forex.present">
        <h2>{t('present.title')}</h2>
        <Present />
      </section>
    </div>
  )
}
