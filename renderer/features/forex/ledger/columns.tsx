import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { creditNatures, type CreditNature } from '#shared/forex/ledger/claims'
import { resultText } from '#shared/forex/verdict'
import type { Result } from '#shared/model/forex/result'
import { amountColumn, numberColumn, textColumn } from '../../../app/list/columns'
import { useColumnTitles } from '../../../components/column-titles'
import type { GridColumn, GridRow } from '../../../components/grid'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { CreditStage, ForexCreditRow } from '../../../data/port'
import { resultTones, stageTones } from '../words'

/** Columns of 收汇台账. */
export function useCreditColumns(): GridColumn<ForexCreditRow & GridRow>[] {
  const { t } = useTranslation('forex')
  const show = useText()
  const title = useColumnTitles('forex', 'credit')
  return useMemo(
    () =>
      [
        textColumn({ key: 'day', title: title('day'), width: 96, frozen: true }),
        textColumn({ key: 'currency', title: title('currency'), width: 80 }),
        amountColumn({ key: 'amount', title: title('amount'), width: 116 }),
        textColumn({ key: 'payer', title: title('payer'), width: 150 }),
        textColumn({
          key: 'stage',
          title: title('stage'),
          width: 116,
          format: (value) => t(`stage.${value as CreditStage}`),
          render: (value) => (
            <StateTag tone={stageTones[value as CreditStage]}>{t(`stage.${value as CreditStage}`)}</StateTag>
          ),
        }),
        textColumn({
          key: 'nature',
          title: title('nature'),
          width: 104,
          format: (value) => (value === '' ? '' : show(creditNatures[value as CreditNature])),
        }),
        textColumn({ key: 'shop', title: title('shop'), width: 90 }),
        amountColumn({ key: 'matched', title: title('matched'), width: 110 }),
        amountColumn({ key: 'left', title: title('left'), width: 110 }),
        textColumn({
          key: 'result',
          title: title('result'),
          width: 136,
          format: (value) => (value === '' ? '' : show(resultText[value as Result])),
          render: (value) =>
            value === '' ? (
              ''
            ) : (
              <StateTag tone={resultTones[value as Result]}>{show(resultText[value as Result])}</StateTag>
            ),
        }),
        amountColumn({ key: 'eligible', title: title('eligible'), width: 130 }),
        amountColumn({ key: 'held', title: title('held'), width: 110 }),
        textColumn({ key: 'declareBy', title: title('declareBy'), width: 100 }),
        numberColumn({ key: 'ageDays', title: title('ageDays'), width: 64 }),
        textColumn({ key: 'customer', title: title('customer'), width: 110, hidden: true }),
        textColumn({ key: 'account', title: title('account'), width: 130, hidden: true }),
        amountColumn({ key: 'explained', title: title('explained'), width: 100, hidden: true }),
        textColumn({ key: 'declaredOn', title: title('declaredOn'), width: 96, hidden: true }),
      ] as unknown as GridColumn<ForexCreditRow & GridRow>[],
    [show, t, title],
  )
}
