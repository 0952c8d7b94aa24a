import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useUndoable } from '../../../app/useUndoable'
import { useOwnZone } from '../../../app/useZones'
import { useText } from '../../../components/text'

/** The book went over to other data of its zone after this was filed: look at it, then file again or say so. */
export function ZoneMoved({ partyKey }: { partyKey: string }) {
  const { t } = useTranslation('filing')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const zone = useOwnZone()
  if (!zone) return null
  const { name, edition } = zone
  const look = () =>
    act(
      async () => port.zoneLookedAt([partyKey], t('zone.lookedWhy', { zone: name.zh, edition })),
      () => t('zone.lookedWhy', { zone: show(name), edition }),
    )
  return (
    <Alert
      type="warning"
      showIcon
      title={t('zone.movedSays', { zone: show(name), edition })}
      action={
        <ActButton does="zoneLookedAt" onClick={() => void look()}>
          {t('zone.looked')}
        </ActButton>
      }
    />
  )
}
