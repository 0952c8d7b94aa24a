import { useTranslation } from 'react-i18next'
import { StateTag } from '../../components/StateTag'
import { showTime } from '../../components/time'
import { useText } from '../../components/text'
import type { EditionView } from '../../data/port'
import { ActButton } from '../ActButton'
import { useBook } from '../book'
import { deedOf } from './deed'
import { usePublishedAct } from './usePublishedAct'

type Props = { editions: readonly EditionView[]; onDropped: () => void }

/** Editions of a table that were taken on this machine, the newest first; each can be withdrawn. */
export function Editions({ editions, onDropped }: Props) {
  const { t } = useTranslation('reference')
  const show = useText()
  const port = useBook()
  const act = usePublishedAct()
  if (editions.length === 0) return <p className="face-note">{t('none')}</p>
  const drop = async ({ id, name, version }: EditionView) => {
    const done = await act(
      async () => {
        await port.dropReference(id, t('dropped', { name: name.zh, version }))
        return true
      },
      () => t('dropped', { name: show(name), version }),
    )
    if (done) onDropped()
  }
  return (
    <table className="face-plain" aria-label={t('here')}>
      <tbody>
        {editions.toReversed().map((edition) => (
          <tr key={edition.id}>
            <td>
              {t('version', { version: edition.version })}{' '}
              <StateTag tone={edition.signer ? 'good' : 'neutral'}>
                {t(edition.signer ? 'signed' : 'plain')}
              </StateTag>
            </td>
            <td className="number">{showTime(edition.at)}</td>
            <td>{edition.source}</td>
            <td className="face-number">{t('rows', { count: edition.count })}</td>
            <td>
              <ActButton
                does={deedOf(edition.table)}
                type="link"
                size="small"
                danger
                onClick={() => void drop(edition)}
              >
                {t('withdraw')}
              </ActButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
