import { Alert, Button, Input, Modal, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import { codeTableNames } from '#shared/codes/names'
import { codeTableIds, type CodeTableId } from '#shared/codes/table'
import { ActButton } from '../../app/ActButton'
import { EnterNext } from '../../components/EnterNext'
import { foldWidth } from '../../components/normalize'
import { useText } from '../../components/text'
import { lengthsOf, type CodeLine } from './tables'
import { useCodeActs } from './useCodeActs'

type EditorProps = { line: CodeLine | 'new'; table: CodeTableId; book: CodeBook; onClose: () => void }

/** Add a code to a table, name one that was declared, or change an own one. A shipped one becomes own by that. */
export function CodeEditor({ line, table: preset, book, onClose }: EditorProps) {
  const { t } = useTranslation('codes')
  const show = useText()
  const { put, drop } = useCodeActs()
  const before = line === 'new' ? undefined : line
  const [table, setTable] = useState<CodeTableId>(before?.table ?? preset)
  const [values, setValues] = useState({
    code: before?.code ?? '',
    zh: before?.zh ?? '',
    en: before?.en ?? '',
    iso: before?.iso ?? '',
  })
  const [busy, setBusy] = useState(false)
  const set = (key: keyof typeof values) => (text: string) => setValues((all) => ({ ...all, [key]: text }))
  const code = foldWidth(values.code).trim().toUpperCase()
  const iso = foldWidth(values.iso).trim().toUpperCase()
  const lengths = [...lengthsOf(book, table)].sort((a, b) => a - b)
  const fault = !/^[0-9A-Z]{1,10}$/.test(code)
    ? t('edit.wrongCode')
    : values.zh.trim() === ''
      ? t('edit.noName')
      : iso !== '' && !/^[A-Z]{2,3}$/.test(iso)
        ? t('edit.wrongIso')
        : undefined
  const isOdd = code !== '' && !lengths.includes(code.length)
  const isOwn = before?.mark === 'added' || before?.mark === 'seen'

  const save = async () => {
    if (fault) return
    setBusy(true)
    const now = new Date().toISOString()
    const row = {
      table,
      code,
      name: values.zh.trim(),
      ...(values.en.trim() && { en: values.en.trim() }),
      ...(iso && { iso }),
      firstSeen: before?.firstSeen || now,
      source: before?.source || 'typed',
    }
    await put([row], `${table} ${code}`, t('saved')).then(onClose, () => undefined)
    setBusy(false)
  }
  const remove = () =>
    drop([{ table, code }], `${table} ${code}`, t('dropped')).then(onClose, () => undefined)
  return (
    <Modal
      open
      title={before ? t('edit.title', { code: before.code }) : t('add')}
      onCancel={onClose}
      width={520}
      footer={
        <>
          {isOwn && (
            <Popconfirm title={t('edit.dropAsk')} onConfirm={() => void remove()}>
              <ActButton does="dropCodes" danger className="codes-drop">
                {t('edit.drop')}
              </ActButton>
            </Popconfirm>
          )}
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          <ActButton
            does="putCodes"
            type="primary"
            htmlType="submit"
            form="code-editor"
            loading={busy}
            disabled={!!fault}
          >
            {t('edit.save')}
          </ActButton>
        </>
      }
    >
      <form
        id="code-editor"
        className="codes-form"
        data-help="codes.own"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <EnterNext className="codes-fields">
          <label>
            <span>{t('column.table')}</span>
            <Select
              value={table}
              disabled={before !== undefined}
              onChange={setTable}
              options={codeTableIds.map((value) => ({ value, label: show(codeTableNames[value]) }))}
            />
          </label>
          {(['code', 'zh', 'en', 'iso'] as const).map((key) => (
            <label key={key}>
              <span>{t(`column.${key}`)}</span>
              <Input
                value={values[key]}
                disabled={key === 'code' && before !== undefined}
                autoFocus={key === (before ? 'zh' : 'code')}
                onChange={({ target }) => set(key)(target.value)}
              />
            </label>
          ))}
        </EnterNext>
        {fault && code !== '' && <p className="codes-fault">{fault}</p>}
        {isOdd && (
          <Alert type="warning" showIcon title={t('edit.oddLength', { lengths: lengths.join(' / ') })} />
        )}
        {before && !isOwn && <Alert type="info" showIcon title={t('edit.becomesOwn')} />}
      </form>
    </Modal>
  )
}
