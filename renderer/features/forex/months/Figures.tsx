import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figureNames } from '#shared/forex/ledger/month-figures'
import { isDecimal } from '#shared/money/decimal'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { showAmount } from '../../../components/numbers'
import type { ForexMonthView } from '../../../data/port'
import { useDone } from '../useDone'

const shown = 200

/** Figures of the month, each drilled to its lines; sales of the VAT return are typed. */
export function Figures({ view }: { view: ForexMonthView }) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const { month, shop, currency, figures, vatSales = '', closed } = view
  const [vat, setVat] = useState(vatSales)
  const sound = vat === '' || isDecimal(vat)
  return (
    <section className="face-card" aria-label={t('figure.title')} data-help="forex.figures">
      <h2>{t('figure.title')}</h2>
      <form
        className="face-tools"
        onSubmit={(event) => {
          event.preventDefault()
          if (sound) void done(() => port.typeForexVatSales(month, shop, currency, vat, t('why.vat')))
        }}
      >
        <label>
          {t('figure.typeVat')}
          <Input
            className="face-word"
            value={vat}
            status={sound ? '' : 'error'}
            disabled={closed !== undefined}
            onChange={({ target }) => setVat(target.value.trim())}
          />
        </label>
        <ActButton
          does="typeForexVatSales"
          htmlType="submit"
          disabled={!sound || vat === vatSales || closed !== undefined}
        >
          {t('line.save')}
        </ActButton>
      </form>
      {figureNames.map((name) => {
        const { amount, refs } = figures[name]
        return (
          <details key={name} className="figure">
            <summary>
              <span>
                {t(`figure.${name}`)}{' '}
                <small className="face-note">{t('figure.lines', { count: refs.length })}</small>
              </span>
              <b>{showAmount(amount, currency)}</b>
            </summary>
            <div className="figure-body">
              <p>{refs.slice(0, shown).join('  ')}</p>
              {refs.length > shown && <p>{t('figure.more', { count: refs.length - shown })}</p>}
            </div>
          </details>
        )
      })}
    </section>
  )
}
