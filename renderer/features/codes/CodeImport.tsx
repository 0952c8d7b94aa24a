import { Alert, Button, Checkbox, Modal, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import { codeTableNames } from '#shared/codes/names'
import { guessColumns, readCodes, type CodeColumns } from '#shared/codes/read-codes'
import { codeTableIds, type CodeTableId } from '#shared/codes/table'
import { describeFailure, type Failure } from '../../components/failure'
import { FileDrop } from '../../components/FileDrop'
import { PlainTemplateButton } from '../../components/import-template/PlainTemplateButton'
import { listed, useText } from '../../components/text'
import { readCodeFile, type CodeFile } from './read-file'
import { codeTemplate } from './template'
import { lengthsOf } from './tables'
import { useCodeActs } from './useCodeActs'

type ImportProps = { table: CodeTableId; book: CodeBook; onClose: () => void }
type Chosen = CodeFile & { name: string }

const shownFaults = 5

/** A table of codes from Excel, CSV or DBF: which columns, what goes in, what is refused and why. */
export function CodeImport({ table: preset, book, onClose }: ImportProps) {
  const { t } = useTranslation('codes')
  const show = useText()
  const { put, setComplete } = useCodeActs()
  const [table, setTable] = useState(preset)
  const [file, setFile] = useState<Chosen>()
  const [columns, setColumns] = useState<CodeColumns>({ code: -1, name: -1, en: -1, iso: -1 })
  const [isComplete, setIsComplete] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const read = useMemo(() => {
    if (!file || columns.code < 0 || columns.name < 0) return undefined
    const from = { now: new Date().toISOString(), source: file.name }
    return readCodes(file.rows, columns, table, lengthsOf(book, table), from)
  }, [book, columns, file, table])

  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    setFailure(undefined)
    try {
      const found = await readCodeFile(chosen)
      if (!found) {
        setFailure({
          code: 'no-codes',
          text: { zh: t('import.none', { lng: 'zh' }), en: t('import.none', { lng: 'en' }) },
        })
        return
      }
      setFile({ ...found, name: chosen.name })
      setColumns(guessColumns(found.header))
    } catch (error) {
      setFailure(describeFailure(error))
    }
  }
  const save = async () => {
    if (!file || !read) return
    setBusy(true)
    try {
      await put(read.codes, file.name, t('import.done', { count: read.codes.length }))
      if (isComplete) {
        const date = new Date().toISOString()
        const edition = { edition: date.slice(0, 10), date, source: file.name, complete: true }
        await setComplete(table, edition, file.name, t('saved'))
      }
      onClose()
    } catch {
      // Said by the act; the choice stays.
    } finally {
      setBusy(false)
    }
  }
  const word = (key: 'code' | 'zh' | 'en' | 'iso') => ({
    title: t(`column.${key}`, { lng: 'zh' }),
    meaning: t(`import.meaning.${key}`),
  })
  const words = { code: word('code'), zh: word('zh'), en: word('en'), iso: word('iso') }
  const options = [
    { value: -1, label: t('import.noColumn') },
    ...(file?.header ?? []).map((title, value) => ({ value, label: title || String(value + 1) })),
  ]
  return (
    <Modal
      open
      title={t('import.title')}
      width={640}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={!read || read.codes.length === 0}
            onClick={() => void save()}
          >
            {read ? t('import.take', { count: read.codes.length }) : t('import.open')}
          </Button>
        </>
      }
    >
      <div className="codes-form" data-help="codes.import">
        <label className="codes-line">
          <span>{t('column.table')}</span>
          <Select
            value={table}
            onChange={setTable}
            options={codeTableIds.map((value) => ({ value, label: show(codeTableNames[value]) }))}
          />
        </label>
        {!file && (
          <PlainTemplateButton
            file={`${t('title')} ${show(codeTableNames[table])}`}
            template={() => codeTemplate(table, show(codeTableNames[table]), words, book)}
            onFailure={(error) => setFailure(describeFailure(error))}
          />
        )}
        {!file && (
          <FileDrop
            title={{ zh: t('import.drop', { lng: 'zh' }), en: t('import.drop', { lng: 'en' }) }}
            accept={['.xlsx', '.csv', '.tsv', '.txt', '.dbf']}
            onFiles={([chosen]) => void take(chosen)}
          />
        )}
        {failure && <Alert type="error" showIcon title={show(failure.text)} />}
        {file && (
          <>
            <p>{t('import.file', { name: file.name, count: file.rows.length })}</p>
            <div className="codes-fields">
              {(['code', 'name', 'en', 'iso'] as const).map((key) => (
                <label key={key}>
                  <span>{t(`column.${key === 'name' ? 'zh' : key}`)}</span>
                  <Select
                    value={columns[key]}
                    status={columns[key] < 0 && (key === 'code' || key === 'name') ? 'error' : undefined}
                    onChange={(at: number) => setColumns((all) => ({ ...all, [key]: at }))}
                    options={options}
                  />
                </label>
              ))}
            </div>
            {read && (
              <p>
                {t('import.result', {
                  count: read.codes.length,
                  first: show(listed(read.codes.slice(0, 3).map(({ code, name }) => `${code} ${name}`))),
                })}
              </p>
            )}
            {read && read.faults.length > 0 && (
              <Alert
                type="warning"
                showIcon
                title={t('import.faults', { count: read.faults.length })}
                description={
                  <ul className="codes-faults">
                    {read.faults.slice(0, shownFaults).map(({ row, value, message }) => (
                      <li key={row}>{t('import.fault', { row, value, reason: show(message) })}</li>
                    ))}
                  </ul>
                }
              />
            )}
            <Checkbox checked={isComplete} onChange={({ target }) => setIsComplete(target.checked)}>
              {t('import.complete')}
            </Checkbox>
          </>
        )}
      </div>
    </Modal>
  )
}
