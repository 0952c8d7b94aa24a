import { Button, Empty } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FindingListProps, FindingView } from './FindingList.props'
import { StateTag, type StateTone } from './StateTag'
import { useText } from './text'
import './finding-list.css'

export type { FindingListProps, FindingView } from './FindingList.props'

const tones: Record<FindingView['effect'], StateTone> = { block: 'bad', later: 'waiting', hint: 'neutral' }

/** Findings in words: what, where, why with the rule, what to do; and the way there. */
export function FindingList({ findings, onJump, canJump = () => true, jumpLabel, empty }: FindingListProps) {
  const { t } = useTranslation('components')
  const show = useText()
  if (findings.length === 0) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty ? show(empty) : t('findings.none')} />
    )
  }
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.id} className="finding">
          <div className="finding-head">
            <StateTag tone={tones[finding.effect]}>{t(`findings.${finding.effect}`)}</StateTag>
            <strong>{show(finding.what)}</strong>
            {finding.count !== undefined && finding.count > 1 && (
              <span className="finding-count">{t('findings.count', { count: finding.count })}</span>
            )}
            <span className="finding-space" />
            {onJump && canJump(finding) && (
              <Button type="link" size="small" onClick={() => onJump(finding)}>
                {jumpLabel ? show(jumpLabel) : t('findings.jump')}
              </Button>
            )}
          </div>
          <dl>
            <dt>{t('findings.where')}</dt>
            <dd>{show(finding.where)}</dd>
            <dt>{t('findings.why')}</dt>
            <dd>
              {show(finding.why)} <code>{finding.rule}</code>
            </dd>
            <dt>{t('findings.fix')}</dt>
            <dd>{show(finding.fix)}</dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}
