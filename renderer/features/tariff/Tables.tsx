import { Alert, App, Button, Checkbox, Input, Spin } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openRoom, refreshView } from '../../app/navigation'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useUndoable } from '../../app/useUndoable'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { ControlListView, TariffEdition } from '../../data/port'
import { ListUpdate } from './ListUpdate'
import { textOfFile } from '../../data/whole-file'

/** One edition of the tariff: what its file does not say of itself is said here. */
function EditionRow({ edition }: { edition: TariffEdition }) {
  const { t } = useTranslation('tariff')
  const port = useBook()
  const act = useUndoable()
  const [name, setName] = useState(edition.edition)
  const [from, setFrom] = useState(edition.from)
  const [complete, setComplete] = useState(edition.complete)
  const isChanged = name !== edition.edition || from !== edition.from || complete !== edition.complete
  const save = () =>
    act(
      () =>
        port.describeTariff(
          edition.importId,
          { edition: name.trim(), from: from.trim(), complete },
          t('tables.described', { name }),
        ),
      () => t('tables.described', { name }),
    )
  return (
    <tr>
      <td>
        <Input aria-label={t('tables.name')} value={name} onChange={({ target }) => setName(target.value)} />
      </td>
      <td>
        <Input
          className="number tariff-day"
          aria-label={t('tables.from')}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
      </td>
      <td>
        <Checkbox checked={complete} onChange={({ target }) => setComplete(target.checked)}>
          {t('tables.complete')}
        </Checkbox>
      </td>
      <td className="face-number">{edition.rows}</td>
      <td>{`${edition.file} · ${showTime(edition.at)}`}</td>
      <td>{edition.used && <StateTag tone="good">{t('tables.used')}</StateTag>}</td>
      <td>
        <ActButton does="describeTariff" size="small" disabled={!isChanged} onClick={() => void save()}>
          {t('save')}
        </ActButton>
      </td>
    </tr>
  )
}

/** The 正面清单 is a code table, and is updated as one. */
const positiveId = 'retail-import'

/** Editions of the tariff and lists of goods, each with its version and days; files of lists are read here. */
export function Tables() {
  const { t } = useTranslation('tariff')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const { modal } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [updating, setUpdating] = useState<ControlListView>()
  const changes = useChanges('facts', 'settings')
  const { value, state } = useQueryState(
    async () => ({ editions: await port.tariffEditions(), lists: await port.controlLists() }),
    changes,
  )
  const read = async (file: File | undefined) => {
    if (!file) return
    const why = t('tables.read', { file: file.name })
    const done = await act(
      async () => port.addControlList({ name: file.name, text: await textOfFile(file, 'list') }, why),
      (result) => (result.ok ? why : undefined),
    )
    // Lists lie outside the book, so that no table of it tells of them.
    refreshView()
    if (!done || done.result.ok) return
    modal.error({
      title: t('tables.refused', { file: file.name }),
      content: (
        <ul>
          {done.result.faults.map((fault) => (
            <li key={fault.field}>{`${fault.field}: ${show(fault.why)} ${show(fault.fix)}`}</li>
          ))}
        </ul>
      ),
    })
  }
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin description={t('loading')} />
  return (
    <div className="tariff-scroll" data-help="tariff.tables">
      <section className="face-card" aria-label={t('tables.tariff')}>
        <h2>
          {t('tables.tariff')}{' '}
          <Button size="small" onClick={() => openRoom('imports', { kind: 'tariff' })}>
            {t('tables.import')}
          </Button>{' '}
          <Button size="small" onClick={() => openRoom('imports', { kind: 'code-changes' })}>
            {t('tables.importChanges')}
          </Button>
        </h2>
        {value.editions.length === 0 && <p className="face-note">{t('tables.noTariff')}</p>}
        {value.editions.length > 0 && (
          <table className="face-plain">
            <thead>
              <tr>
                {(['name', 'from', 'whole', 'rows', 'file', 'use', 'do'] as const).map((one) => (
                  <th key={one} scope="col" className={one === 'rows' ? 'face-number' : ''}>
                    {t(`tables.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.editions.map((edition) => (
                <EditionRow
                  key={`${edition.importId} ${edition.edition} ${edition.from}`}
                  edition={edition}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="face-card" aria-label={t('tables.lists')}>
        <h2>
          {t('tables.lists')}{' '}
          <ActButton does="addControlList" size="small" onClick={() => input.current?.click()}>
            {t('tables.readList')}
          </ActButton>
          <input
            ref={input}
            hidden
            type="file"
            accept=".json"
            aria-label={t('tables.readList')}
            onChange={({ target }) => {
              void read(target.files?.[0])
              // The same file may be read again after it was mended.
              target.value = ''
            }}
          />
        </h2>
        <table className="face-plain">
          <thead>
            <tr>
              {(['name', 'kind', 'version', 'days', 'entries', 'basis', 'do'] as const).map((one) => (
                <th key={one} scope="col" className={one === 'entries' ? 'face-number' : ''}>
                  {t(`tables.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.lists.map((list) => (
              <tr key={`${list.id} ${list.version}`}>
                <td>{show(list.name)}</td>
                <td>{t(`kind.${list.kind}`)}</td>
                <td>
                  {list.version} {list.reference && <StateTag tone="good">{t('update.signed')}</StateTag>}
                </td>
                <td className="number">{[list.from, list.to].filter(Boolean).join(' – ')}</td>
                <td className="face-number">{list.entries}</td>
                <td>{`${list.basis.document} ${list.basis.article}`}</td>
                <td>
                  {list.id !== positiveId && (
                    <ActButton
                      does="takeControlUpdate"
                      type="link"
                      size="small"
                      onClick={() => setUpdating(list)}
                    >
                      {t('update.open')}
                    </ActButton>
                  )}
                  {list.shipped ? (
                    <span className="face-note">{t('tables.shipped')}</span>
                  ) : (
                    <ActButton
                      does="dropControlList"
                      type="link"
                      size="small"
                      danger
                      onClick={() =>
                        void act(
                          () =>
                            port.dropControlList(
                              list.id,
                              list.version,
                              t('tables.dropped', { name: list.name.zh }),
                            ),
                          () => t('tables.dropped', { name: show(list.name) }),
                        ).then(refreshView)
                      }
                    >
                      {t('tables.drop')}
                    </ActButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {updating && <ListUpdate list={updating} lists={value.lists} onClose={() => setUpdating(undefined)} />}
    </div>
  )
}
