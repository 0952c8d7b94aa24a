import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { ConflictView, FieldConflict, SideView } from '../../data/port'
import type { Side } from './choices'
import { linesOf } from './values'

type CardProps = {
  view: ConflictView
  chosen: Readonly<Record<string, Side>>
  onChoose: (path: string, side: Side) => void
  onWhole: (side: 'mine' | 'theirs') => void
}

/** One record: for each field what it was, what is shown here, what the other desks wrote. Radio buttons take a side. */
export function ConflictCard({ view, chosen, onChoose, onWhole }: CardProps) {
  const { t } = useTranslation('desks')
  const show = useText()
  return (
    <section className="conflict" aria-label={view.name}>
      <header>
        <strong>{view.name}</strong> <span className="desk-hint">{show(view.title)}</span>
        <span className="desk-space" />
        <Button size="small" onClick={() => onWhole('mine')}>
          {t('whole.mine')}
        </Button>
        <Button size="small" onClick={() => onWhole('theirs')}>
          {t('whole.theirs')}
        </Button>
      </header>
      {view.declaredBy && <Alert type="info" showIcon title={t('declaredBy', { code: view.declaredBy })} />}
      <table className="conflict-table">
        <thead>
          <tr>
            {(['field', 'base', 'mine', 'theirs'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`side.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.fields.map((field) => (
            <tr key={field.path}>
              <th scope="row">{show(field.label)}</th>
              <td>
                <Lines field={field} value={field.base} />
              </td>
              <td>
                <Choice
                  view={view}
                  field={field}
                  of={field.mine}
                  name={t('side.mine')}
                  checked={chosen[field.path] === 'mine'}
                  onChange={() => onChoose(field.path, 'mine')}
                />
              </td>
              <td>
                {field.theirs.map((side, n) => (
                  <Choice
                    key={`${side.desk} ${side.at} ${n}`}
                    view={view}
                    field={field}
                    of={side}
                    name={t('side.theirs')}
                    checked={chosen[field.path] === n}
                    onChange={() => onChoose(field.path, n)}
                  />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ChoiceProps = {
  view: ConflictView
  field: FieldConflict
  of: SideView
  name: string
  checked: boolean
  onChange: () => void
}

function Choice({ view, field, of, name, checked, onChange }: ChoiceProps) {
  const { t } = useTranslation('desks')
  const show = useText()
  return (
    <label className="conflict-side">
      <input
        type="radio"
        name={`${view.id} ${field.path}`}
        checked={checked}
        onChange={onChange}
        aria-label={`${view.name} ${show(field.label)} ${name}`}
      />
      <span>
        <Lines field={field} value={of.value} />
        <small>
          {of.who} · {showTime(of.at)}
          {of.isOwn ? t('own') : ''}
        </small>
      </span>
    </label>
  )
}

function Lines({ field, value }: { field: FieldConflict; value: FieldConflict['base'] }) {
  const { t } = useTranslation('desks')
  const words = { yes: t('value.yes'), no: t('value.no'), none: t('value.none') }
  return (
    <>
      {linesOf(value, field.atoms, words).map((line, n) => (
        <span key={n} className="conflict-line">
          {line}
        </span>
      ))}
    </>
  )
}
