import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ModeReason, PathTally } from '#shared/declaration/modes/tally'
import { isByEntry, type ModePath } from '#shared/model/mode'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import type { ModeChoices } from '../../data/port'

const tones = { yes: 'good', maybe: 'waiting', no: 'bad' } as const

function Reason({ reason }: { reason: ModeReason }) {
  const { t } = useTranslation('modes')
  const show = useText()
  return (
    <li data-reason={reason.id} className={`modes-${reason.state}`}>
      <b>{t(`state.${reason.state}`, { text: show(reason.says) })}</b>{' '}
      {t('reason', { count: reason.orders, examples: reason.examples.join(' · ') })}
      <br />
      {t('fix', { fix: show(reason.fix) })}{' '}
      <span className="modes-source">{t('source', { source: reason.source })}</span>
    </li>
  )
}

type PathProps = {
  tally: PathTally
  orders: number
  recommended: boolean
  chosen: boolean
  /** Of a way by 报关单: why the 清单 of the same mode will not do. */
  instead: readonly ModeReason[]
  onChoose: () => void
}

function Path({ tally, orders, recommended, chosen, instead, onChoose }: PathProps) {
  const { t } = useTranslation('modes')
  const show = useText()
  const { path, yes, maybe, no, reasons, met } = tally
  return (
    <details className="modes-path" data-path={path} open={recommended || chosen}>
      <summary>
        <span className="modes-name">{t(`path.${path}`)}</span>
        {(['yes', 'maybe', 'no'] as const).map(
          (verdict) =>
            tally[verdict] > 0 && (
              <StateTag key={verdict} tone={tones[verdict]}>
                {t(`verdict.${verdict}`, { count: groupDigits(String(tally[verdict])) })}
              </StateTag>
            ),
        )}
        {recommended && (
          <StateTag tone="good">
            {tally.recommended === orders
              ? t('recommended')
              : t('recommendedFor', { count: groupDigits(String(tally.recommended)) })}
          </StateTag>
        )}
        <span className="modes-space" />
        <Button
          size="small"
          type={chosen ? 'primary' : 'default'}
          aria-pressed={chosen}
          disabled={yes + maybe === 0}
          onClick={(event) => {
            event.preventDefault()
            onChoose()
          }}
        >
          {t(no > 0 && yes + maybe > 0 ? 'choosePart' : 'choose')}
        </Button>
      </summary>
      <ul>
        {recommended && instead.length > 0 && (
          <li data-reason="instead">
            <b>
              {t('instead', {
                list: instead
                  .map(({ says, examples }) =>
                    t('insteadOne', { says: show(says), example: examples[0] ?? '' }),
                  )
                  .join(' · '),
              })}
            </b>
          </li>
        )}
        {reasons.map((reason) => (
          <Reason key={`${reason.id} ${reason.state}`} reason={reason} />
        ))}
        {met.length > 0 && (
          <li className="modes-met">{t('met', { list: met.map(({ says }) => show(says)).join(' · ') })}</li>
        )}
      </ul>
    </details>
  )
}

type PathListProps = {
  choices: ModeChoices
  /** Nothing is recommended while nobody has said who bought. */
  answered: boolean
  chosen: ModePath | '' | undefined
  onChoose: (path: ModePath) => void
}

/** Every way to declare, those that are recommended first, then the possible ones. */
export function PathList({ choices, answered, chosen, onChoose }: PathListProps) {
  const { t } = useTranslation('modes')
  const rank = ({ recommended, yes, maybe }: PathTally) => [recommended, yes, maybe] as const
  // A way of the other direction was judged for none of these orders.
  const judged = choices.paths.filter(({ yes, maybe, no }) => yes + maybe + no > 0)
  const sorted = judged.sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    return y[0] - x[0] || Number(y[1] > 0) - Number(x[1] > 0) || Number(y[2] > 0) - Number(x[2] > 0)
  })
  const against = (list: string) =>
    (choices.paths.find(({ path }) => path === list)?.reasons ?? []).filter(({ state }) => state !== 'open')
  return (
    <div role="group" aria-label={t('paths')} className="modes-paths">
      {!answered && <p className="modes-note">{t('answerFirst')}</p>}
      {sorted.map((tally) => (
        <Path
          key={tally.path}
          tally={tally}
          orders={choices.orders}
          recommended={tally.recommended > 0}
          chosen={chosen === tally.path}
          instead={isByEntry(tally.path) ? against(tally.path.replace('-entry', '')) : []}
          onChoose={() => onChoose(tally.path)}
        />
      ))}
    </div>
  )
}
