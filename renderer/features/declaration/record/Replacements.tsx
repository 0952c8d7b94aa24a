import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { openTab } from '../../../app/navigation'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import type { ReplacementView } from '../../../data/port'

/** 换货 seen from this 清单: what was sent instead of it, or what it was sent instead of. */
export function Replacements({ list }: { list: string }) {
  const { t } = useTranslation('declaration')
  const port = useBook()
  const changes = useChanges('returns', 'lists')
  const { value } = useQueryState(() => port.replacementsOf(list), `${changes} ${list}`)
  const links = (value as ReplacementView[] | undefined) ?? []
  if (links.length === 0) return null
  const to = (view: string, id: string, title: string) => (
    <Button key={id} type="link" size="small" onClick={() => openTab({ view, params: { id }, title })}>
      {title}
    </Button>
  )
  return (
    <ul className="list-replacements" aria-label={t('replacement.title')}>
      {links.map((one) => (
        <li key={one.copNo}>
          {one.list === list ? (
            <>
              {t('replacement.sent', { copNo: one.copNo })} {to('orders/record', one.order, one.orderNo)}
              {one.lists.map(({ id, copNo }) => to('lists/record', id, copNo))}
              {one.lists.length === 0 && t('replacement.notBuilt')}
            </>
          ) : (
            <>
              {t('replacement.insteadOf', { copNo: one.copNo })} {to('lists/record', one.list, one.listCopNo)}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
