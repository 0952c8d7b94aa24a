import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openTab } from '../../app/navigation'
import { remedyOf } from '../../app/remedy'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { LeftOut as One } from '../../data/port'

const shownNumbers = 8

/** 清单 that stayed out of an act: each reason once, with its 清单 and what to do. */
export function LeftOut({ leftOut, count }: { leftOut: readonly One[]; count: number }) {
  const { t } = useTranslation('declaration')
  const show = useText()
  if (count === 0) return null
  const byReason = new Map<string, One[]>()
  for (const one of leftOut) {
    const key = `${one.reason.code} ${one.reason.text.zh}`
    byReason.set(key, [...(byReason.get(key) ?? []), one])
  }
  return (
    <div className="left-out">
      <strong>{t('leftOut.title', { count })}</strong>
      <ul>
        {[...byReason].map(([key, ones]) => {
          const { reason } = ones[0]!
          const remedy = remedyOf(reason.code)
          return (
            <li key={key}>
              {show(reason.text)} <code>{reason.code}</code>
              {reason.fix && <> · {show(reason.fix)}</>}
              {remedy && (
                <Button type="link" size="small" onClick={remedy.go}>
                  {t(`acts:${remedy.words}`)}
                </Button>
              )}
              <div className="left-out-numbers">
                {ones.slice(0, shownNumbers).map(({ list, copNo }) => (
                  <Button
                    key={list}
                    type="link"
                    size="small"
                    onClick={() => openTab({ view: 'lists/record', params: { id: list }, title: copNo })}
                  >
                    {copNo}
                  </Button>
                ))}
                {ones.length > shownNumbers && ` ${t('leftOut.more', { count: ones.length - shownNumbers })}`}
              </div>
            </li>
          )
        })}
      </ul>
      {leftOut.length < count && <p>{t('leftOut.listed', { count: groupDigits(String(leftOut.length)) })}</p>}
    </div>
  )
}
