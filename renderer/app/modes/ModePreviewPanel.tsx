import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChangeTally } from '#shared/declaration/modes/tally'
import { isByEntry, type ModePath } from '#shared/model/mode'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { ModePreview } from '../../data/port'

const number = (value: number) => groupDigits(String(value))

function Changes({
  kind,
  changes,
}: {
  kind: 'dropped' | 'added' | 'changed'
  changes: readonly ChangeTally[]
}) {
  const { t } = useTranslation('modes')
  const show = useText()
  if (changes.length === 0) return null
  const said = changes.map(({ label, element, before, after, orders }) => {
    const value = kind === 'changed' ? `${before} → ${after}` : kind === 'added' ? after : before
    return t('change', { label: show(label), element, value, count: number(orders) })
  })
  return (
    <li data-kind={kind}>
      <b>{t(`kind.${kind}`)}</b> {[...new Set(said)].join(' · ')}
    </li>
  )
}

/** What the change would keep, drop, add and lack, before anything is written. */
export function ModePreviewPanel({ path, preview }: { path: ModePath | ''; preview: ModePreview }) {
  const { t } = useTranslation('modes')
  const show = useText()
  const { orders, compared, refused, of, kept, changes, rules, declared, drafts } = preview
  const entry = path !== '' && isByEntry(path)
  return (
    <Alert
      className="modes-preview"
      type={refused > 0 || declared > 0 ? 'warning' : 'info'}
      showIcon
      title={t('preview.title', {
        orders: number(orders),
        path: t(path === '' ? 'asTemplate' : `path.${path}`),
      })}
      description={
        <ul role="group" aria-label={t('preview.label')}>
          {compared > 0 && (
            <li>{t('preview.kept', { kept: number(kept), of: number(of), orders: number(compared) })}</li>
          )}
          <Changes kind="dropped" changes={changes.filter(({ after }) => after === '')} />
          <Changes kind="added" changes={changes.filter(({ before }) => before === '')} />
          <Changes
            kind="changed"
            changes={changes.filter(({ before, after }) => before !== '' && after !== '')}
          />
          {rules.map(({ rule, message, fix, count }) => (
            <li key={rule} data-rule={rule}>
              {t('preview.lacks', { count: number(count), message: show(message), fix: show(fix) })}
            </li>
          ))}
          {drafts.length > 0 && (
            <li>{t(entry ? 'preview.draftsVoid' : 'preview.drafts', { count: number(drafts.length) })}</li>
          )}
          {declared > 0 && <li>{t('preview.declared', { count: number(declared) })}</li>}
          {entry && <li>{t('preview.entry')}</li>}
        </ul>
      }
    />
  )
}
