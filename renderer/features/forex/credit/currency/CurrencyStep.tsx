import { Alert, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { CreditAnswers } from '#shared/forex/book/records'
import { useBook } from '../../../../app/book'
import { useQueryState } from '../../../../app/useQuery'
import { groupDigits, showAmount } from '../../../../components/numbers'
import { useForexChanges } from '../../changes'
import { SpecForm } from '../../forms/SpecForm'
import { useDone } from '../../useDone'
import { withAnswers } from '../answers'
import { useCredit } from '../context'
import { conversionSections, statementSections } from '../declare/fields'
import { Applications } from './Applications'
import { Conversions } from './Conversions'

const quotes = 8

/** Prices of banks for the currency, newest first. */
function Quotes() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { credit } = useCredit()
  const { currency } = credit.row
  const { value } = useQueryState(
    () => port.bankQuotes({ currency, offset: 0, limit: quotes }),
    `${useForexChanges()} ${currency}`,
  )
  return (
    <section className="face-card" aria-label={t('quote.title')} data-help="forex.quotes">
      <h2>{t('quote.title')}</h2>
      <Table
        size="small"
        rowKey="id"
        dataSource={value?.rows ?? []}
        pagination={false}
        locale={{ emptyText: t('quote.none', { currency }) }}
        columns={[
          { key: 'bank', title: t('quote.bank'), render: (_v, { bank }) => bank },
          {
            key: 'bid',
            title: t('quote.bid'),
            align: 'right',
            render: (_v, { bid, unit }) => t('quote.per', { bid, unit }),
          },
          { key: 'at', title: t('quote.at'), render: (_v, { at }) => at },
        ]}
      />
    </section>
  )
}

/** 币种去向: converted, kept, or in yuan from the start. */
export function CurrencyStep() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const { credit } = useCredit()
  const { row, answers, verdict } = credit
  const yuan = row.currency === 'CNY'
  const key = yuan ? ('rmb' as const) : ('conversion' as const)
  const conversion = verdict?.conversion
  return (
    <div className="face-page face-scroll" data-help="forex.currency">
      {yuan && <Alert type="info" showIcon title={t('currency.yuan')} />}
      <SpecForm
        does="answerForexCredit"
        id={`forex/${key}/${row.id}`}
        label={t('step.currency')}
        help="forex.currency"
        sections={yuan ? statementSections : conversionSections}
        stored={answers}
        schema={CreditAnswers}
        locked={row.stage === 'presented'}
        onSave={(record) =>
          done(() => port.answerForexCredit(row.id, withAnswers(answers, [key], record), t('why.currency')))
        }
      />
      {conversion && (
        <section className="face-card" aria-label={t('currency.result')}>
          <dl className="face-facts">
            <dt>{t('currency.rmb')}</dt>
            <dd>{groupDigits(conversion.rmb)}</dd>
            {conversion.gainLoss !== undefined && (
              <>
                <dt>{t('currency.gainLoss')}</dt>
                <dd>{groupDigits(conversion.gainLoss)}</dd>
              </>
            )}
          </dl>
        </section>
      )}
      {!yuan && (
        <>
          <Quotes />
          <Conversions />
          {verdict ? (
            <Applications eligible={verdict.eligible} />
          ) : (
            <p className="face-note">{t('declare.checkFirst')}</p>
          )}
        </>
      )}
      {verdict && (
        <p className="face-note">
          {t('currency.eligible', { amount: showAmount(verdict.eligible, row.currency) })}
        </p>
      )}
    </div>
  )
}
