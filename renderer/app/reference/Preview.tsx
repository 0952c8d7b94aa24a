import { Alert, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../components/numbers'
import { StateTag, type StateTone } from '../../components/StateTag'
import { listed, useText } from '../../components/text'
import type { ChangeView, ReferenceChanges } from '../../data/port'

const tones: Record<ChangeView['how'], StateTone> = { added: 'good', changed: 'waiting', removed: 'bad' }

/** What taking it changes: counts, what rests on it, what officers say otherwise, and the rows. */
export function Preview({ changes: told }: { changes: ReferenceChanges }) {
  const { t } = useTranslation('reference')
  const show = useText()
  const { name, from, to, counts, changes, conflicts, touched, isHere } = told
  const figure = (count: number) => groupDigits(String(count))
  const columns: TableColumnsType<ChangeView> = [
    {
      key: 'how',
      title: t('column.how'),
      width: 90,
      filters: (['removed', 'changed', 'added'] as const).map((value) => ({
        text: t(`how.${value}`),
        value,
      })),
      onFilter: (value, { how }) => how === value,
      render: (_v, { how }) => <StateTag tone={tones[how]}>{t(`how.${how}`)}</StateTag>,
    },
    {
      key: 'key',
      title: t('column.key'),
      width: 190,
      render: (_v, { key }) => <span className="number">{key}</span>,
    },
    {
      key: 'words',
      title: t('column.words'),
      render: (_v, { words, fields }) =>
        fields.length === 0 ? (
          words
        ) : (
          <>
            {words}
            {fields.map(({ label, before, after }) => (
              <div key={label.zh} className="reference-field">
                {t('field', { field: show(label), before: before || t('empty'), after: after || t('empty') })}
              </div>
            ))}
          </>
        ),
    },
  ]
  const all = counts.added + counts.changed + counts.removed
  return (
    <>
      <p>
        <strong>{show(name)}</strong> {from === undefined ? t('first', { to }) : t('versions', { from, to })}
        {' · '}
        {t('counts', {
          added: figure(counts.added),
          changed: figure(counts.changed),
          removed: figure(counts.removed),
          same: figure(counts.same),
        })}
      </p>
      {isHere && <Alert type="success" showIcon title={t('isHere', { to })} />}
      {touched.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('touched')}
          description={
            <ul className="reference-faults">
              {touched.map(({ what, count, first }) => (
                <li key={what}>
                  {t(`what.${what}`, { count: Number(count), names: show(listed(first)) })}
                  {count > first.length && ' …'}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {conflicts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('conflicts', { count: conflicts.length })}
          description={
            <ul className="reference-faults">
              {conflicts.slice(0, 5).map(({ key, fields }) => (
                <li key={key}>
                  {t('conflict', {
                    key,
                    own: show(listed(fields.map(({ before }) => before))),
                    published: show(listed(fields.map(({ after }) => after))),
                  })}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {changes.length > 0 && (
        <Table<ChangeView>
          size="small"
          className="reference-changes"
          rowKey={({ how, key }) => `${how} ${key}`}
          columns={columns}
          dataSource={changes}
          pagination={{ pageSize: 6, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
      {changes.length < all && (
        <p className="face-note">{t('more', { shown: changes.length, all: figure(all) })}</p>
      )}
    </>
  )
}
