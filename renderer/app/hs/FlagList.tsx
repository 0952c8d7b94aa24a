import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { evidenceKinds } from '#shared/evidence/kinds'
import { StateTag, type StateTone } from '../../components/StateTag'
import { listed, useText } from '../../components/text'
import type { GoodsFlags } from '../../data/port'
import { openRoom } from '../navigation'

const tones: Readonly<Record<'forbid' | 'need' | 'ask', StateTone>> = {
  forbid: 'bad',
  need: 'waiting',
  ask: 'neutral',
}

/** Each thing that is regulated about goods with its ground, list and version, and the papers that are not there. */
export function FlagList({ goods }: { goods: GoodsFlags | undefined }) {
  const { t } = useTranslation('hs')
  const show = useText()
  const { flags = [], brands = [], missing = [] } = goods ?? {}
  if (flags.length + brands.length + missing.length === 0)
    return <p className="face-note">{t('flags.none')}</p>
  return (
    <table className="face-plain">
      <tbody>
        {flags.map(({ kind, effect, source, ground, says, fix, basis }) => (
          <tr key={`${source.id} ${kind} ${ground}`}>
            <td>
              <StateTag tone={tones[effect]}>{t(`flags.effect.${effect}`)}</StateTag>
            </td>
            <td>
              {show(says)}
              <div className="face-note">{`→ ${show(fix)}`}</div>
            </td>
            <td>
              {`${show(source.name)} ${source.version}`}{' '}
              {basis.strength !== 'primary' && (
                <StateTag tone="waiting">{t(`flags.strength.${basis.strength}`)}</StateTag>
              )}
            </td>
          </tr>
        ))}
        {brands.map(({ brand, says, fix }) => (
          <tr key={`brand ${brand}`}>
            <td>
              <StateTag tone="neutral">{t('flags.brand')}</StateTag>
            </td>
            <td>
              {show(says)}
              <div className="face-note">{`→ ${show(fix)}`}</div>
            </td>
            <td>{brand}</td>
          </tr>
        ))}
        {missing.length > 0 && (
          <tr>
            <td>
              <StateTag tone="bad">{t('flags.missing')}</StateTag>
            </td>
            <td>{show(listed(missing.map((kind) => show(evidenceKinds[kind].name))))}</td>
            <td>
              <Button type="link" size="small" onClick={() => openRoom('evidence', { face: 'lacking' })}>
                {t('acts:go.evidence')}
              </Button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
