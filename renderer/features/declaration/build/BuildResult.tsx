import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useAct } from '../../../app/useAct'
import { useBook } from '../../../app/book'
import { groupDigits } from '../../../components/numbers'
import { useText } from '../../../components/text'
import type { BuildSummary } from '../../../data/port'
import type { GoTo } from '../faces'

type BuildResultProps = {
  summary: BuildSummary
  onGo: GoTo
  onClose: () => void
}

const number = (value: number) => groupDigits(String(value))

/** What a run made: orders = built + refused + skipped, each with its reason and the way there. */
export function BuildResult({ summary, onGo, onClose }: BuildResultProps) {
  const { t } = useTranslation('declaration')
  const port = useBook()
  const show = useText()
  const { refuse } = useAct()
  const { orders, built, lists, refused, skipped, remarks, group, stopped } = summary
  const left = Object.entries(skipped) as [keyof typeof skipped, number][]
  const undo = () => port.undo(group, t('build.undoReason')).then(onClose, refuse)
  return (
    <Alert
      type={refused > 0 || stopped ? 'warning' : 'success'}
      showIcon
      closable={{ onClose }}
      title={t(stopped ? 'result.stopped' : 'result.done')}
      description={
        <div className="build-result" role="group" aria-label={t('result.title')}>
          <span>
            {t('result.orders')} <b data-figure="orders">{number(orders)}</b> = {t('result.built')}{' '}
            <b data-figure="built">{number(built)}</b> + {t('result.refused')}{' '}
            <b data-figure="refused">{number(refused)}</b> + {t('result.skipped')}{' '}
            <b data-figure="skipped">{number(left.reduce((sum, [, n]) => sum + n, 0))}</b>
          </span>
          <span>
            {t('result.lists')} <b data-figure="lists">{number(lists)}</b>
            {lists > built && ` · ${t('result.split')}`}
          </span>
          {left.map(([reason, count]) => (
            <span key={reason}>
              {t(`skipped.${reason}`)} {number(count)}
            </span>
          ))}
          {remarks.length > 0 && (
            <ul className="build-remarks" aria-label={t('result.remarks')}>
              {remarks.map(({ rule, message, count }) => (
                <li key={rule}>
                  {show(message)} <code>{rule}</code> {t('result.remarked', { count })}
                </li>
              ))}
            </ul>
          )}
          <span className="declaration-space" />
          {lists > 0 && (
            <Button size="small" type="primary" onClick={() => onGo('lists')}>
              {t('result.show')}
            </Button>
          )}
          {remarks.length > 0 && (
            <Button size="small" onClick={() => onGo('lists', { state: 'draft', remarks: 'refund,other' })}>
              {t('result.showRemarks')}
            </Button>
          )}
          {refused > 0 && (
            <Button size="small" onClick={() => onGo('faults')}>
              {t('result.showFaults')}
            </Button>
          )}
          {lists > 0 && (
            <ActButton does="undo" size="small" onClick={() => void undo()}>
              {t('result.undo')}
            </ActButton>
          )}
        </div>
      }
    />
  )
}
