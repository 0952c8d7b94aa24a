import { useTranslation } from 'react-i18next'
import { statusWords } from '#shared/protocol/status'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { ComparisonDifference } from '../../data/port'
import { comparedRows } from './compared'

const mostShown = 100

type ComparisonTableProps = {
  byState: Readonly<Record<string, number>>
  differences: readonly ComparisonDifference[]
}

/** Counts of both sides by message and state; below, each document on which they differ. */
export function ComparisonTable({ byState, differences }: ComparisonTableProps) {
  const { t } = useTranslation('queue')
  const show = useText()
  const rows = comparedRows(byState, differences)
  const number = (n: number) => groupDigits(String(n))
  const words = (code: string, none: string) => (code === '' ? none : show(statusWords(code)))
  const messages = [...new Set(rows.map(({ message }) => message))]
  const sum = (message: string, side: 'ours' | 'theirs') =>
    rows.filter((row) => row.message === message).reduce((total, row) => total + row[side], 0)
  return (
    <>
      <table className="compare" data-testid="compare-table">
        <thead>
          <tr>
            <th>{t('compare.message')}</th>
            <th>{t('compare.state')}</th>
            <th className="compare-number">{t('compare.ours')}</th>
            <th className="compare-number">{t('compare.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => [
            ...rows
              .filter((row) => row.message === message)
              .map(({ state, ours, theirs }) => (
                <tr key={`${message} ${state}`} data-testid={`compare-${message}-${state || 'none'}`}>
                  <td>{t(`message.${message}`, { defaultValue: message })}</td>
                  <td>{words(state, t('compare.noState'))}</td>
                  <td className="compare-number" data-side="ours">
                    {number(ours)}
                  </td>
                  <td className="compare-number" data-side="theirs">
                    {number(theirs)}
                  </td>
                </tr>
              )),
            <tr key={message} className="compare-sum" data-testid={`compare-${message}-all`}>
              <td>{t(`message.${message}`, { defaultValue: message })}</td>
              <td>{t('compare.sum')}</td>
              <td className="compare-number" data-side="ours">
                {number(sum(message, 'ours'))}
              </td>
              <td className="compare-number" data-side="theirs">
                {number(sum(message, 'theirs'))}
              </td>
            </tr>,
          ])}
        </tbody>
      </table>
      {differences.length > 0 && (
        <ul className="compare-differences" data-testid="compare-differences">
          {differences.slice(0, mostShown).map(({ message, businessKey, ours, theirs }) => (
            <li key={`${message} ${businessKey}`}>
              {t('compare.difference', {
                message: t(`message.${message}`, { defaultValue: message }),
                number: businessKey,
                ours: words(ours, t('compare.notHere')),
                theirs: words(theirs, t('compare.notThere')),
              })}
            </li>
          ))}
          {differences.length > mostShown && (
            <li>{t('compare.more', { count: differences.length - mostShown })}</li>
          )}
        </ul>
      )}
    </>
  )
}
