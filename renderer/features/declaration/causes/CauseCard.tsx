import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { tableOf } from '#shared/ceb/tables'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import type { ErrorPlace } from '#shared/ceb/remedies'
import { openRoom, openTab } from '../../../app/navigation'
import { useWork } from '../../../app/work'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { CauseView } from '../../../data/port'
import { jumpTo } from '../jump'

type CauseCardProps = { cause: CauseView; onCorrect: () => void; onShow: () => void }

const shownNumbers = 6

/** The name of an element of the 清单 in words. */
function elementLabel({ message, field: name }: CauseView) {
  const { head, lines } = tableOf(message)
  return (head.byName.get(name) ?? lines?.byName.get(name))?.label
}

function goTo(place: Exclude<ErrorPlace, 'list'>, certificate: string): void {
  if (place === 'certificate') openTab({ view: 'queue/certificate', params: {}, title: certificate })
  else openRoom(place)
}

/** One cause: the raw code and text, how many 清单, where it is mended, and 更正重报 for just those. */
export function CauseCard({ cause, onCorrect, onShow }: CauseCardProps) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const port = useBook()
  const busy = useWork(({ work }) => work !== undefined && work.state !== 'failed')
  const { code, text, count, sku, field, source, goods, copNos, lists, meaning, fix, place } = cause
  const label = field && elementLabel(cause)
  const elsewhere = place && place !== 'list' ? place : undefined
  const opened = goods
    ? () => openTab({ view: 'goods/record', params: { id: goods }, title: sku })
    : source && source.record !== 'goods' && source.record !== 'order'
      ? () => void jumpTo(port, source.record, '')
      : elsewhere
        ? () => goTo(elsewhere, t('certificate:title'))
        : lists[0]
          ? () => openTab({ view: 'lists/record', params: { id: lists[0]! }, title: copNos[0] ?? '' })
          : undefined
  return (
    <section className="cause" aria-label={`${code} ${text}`} data-help="declaration.cause">
      <div className="cause-head">
        <StateTag tone="bad">{t('causes.count', { count })}</StateTag>
        <code>{code}</code>
        <strong>{text}</strong>
      </div>
      {meaning && fix && (
        <p className="cause-meaning">
          {show(meaning)} · {show(fix)}
        </p>
      )}
      <dl>
        {sku && (
          <>
            <dt>{t('causes.sku')}</dt>
            <dd>{sku}</dd>
          </>
        )}
        {field && (
          <>
            <dt>{t('causes.field')}</dt>
            <dd>
              {label && show(label)} <code>{field}</code>
            </dd>
          </>
        )}
        <dt>{t('causes.lists')}</dt>
        <dd>
          {copNos.slice(0, shownNumbers).join(' ')}
          {copNos.length > shownNumbers && ` ${t('leftOut.more', { count: copNos.length - shownNumbers })}`}
        </dd>
      </dl>
      <div className="cause-acts">
        {opened && (
          <Button onClick={opened}>
            {t(
              goods
                ? 'causes.openGoods'
                : source && source.record !== 'order'
                  ? 'causes.openSource'
                  : elsewhere
                    ? `causes.open.${elsewhere}`
                    : 'causes.openList',
            )}
          </Button>
        )}
        <Button onClick={onShow}>{t('causes.show')}</Button>
        <ActButton does="correct" type="primary" disabled={busy} onClick={onCorrect}>
          {t('causes.correct', { count })}
        </ActButton>
      </div>
    </section>
  )
}
