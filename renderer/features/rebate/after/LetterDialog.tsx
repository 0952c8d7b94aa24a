import { App, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { useQueryState } from '../../../app/useQuery'
import type { LetterDeclaration, LetterSupplier } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { DayField } from './DayField'

const nothing = { sellerTaxNo: '', sellerName: '', invoices: [] as string[], declarations: [] as string[] }
/** Between pasted numbers; a Chinese comma among them. */
const separators = [' ', ',', String.fromCharCode(0xff0c), '\n']
type About = typeof nothing
type Face = { about: About; set: (about: About) => void }

/** By an invoice a trading company claimed on: its supplier is known. */
function ByInvoice({ about, set, suppliers }: Face & { suppliers: readonly LetterSupplier[] }) {
  const { t } = useTranslation('rebateAfter')
  const supplier = suppliers.find(({ sellerTaxNo }) => sellerTaxNo === about.sellerTaxNo)
  return (
    <>
      <label>
        {t('letter.supplier')}
        <Select
          autoFocus
          aria-label={t('letter.supplier')}
          showSearch={{ optionFilterProp: 'label' }}
          value={supplier ? about.sellerTaxNo : null}
          notFoundContent={t('letter.noSupplier')}
          onChange={(next: string) => {
            const { sellerName = '', invoices = [] } =
              suppliers.find(({ sellerTaxNo }) => sellerTaxNo === next) ?? {}
            const numbers = invoices.map(({ number }) => number)
            set({ ...nothing, sellerTaxNo: next, sellerName, invoices: numbers })
          }}
          options={suppliers.map(({ sellerTaxNo, sellerName }) => ({
            value: sellerTaxNo,
            label: `${sellerName} ${sellerTaxNo}`,
          }))}
        />
      </label>
      <label>
        {t('letter.invoices')}
        <Select
          mode="multiple"
          aria-label={t('letter.invoices')}
          disabled={!supplier}
          value={about.invoices}
          onChange={(invoices) => set({ ...about, invoices })}
          options={(supplier?.invoices ?? []).map(({ number }) => ({ value: number, label: number }))}
        />
      </label>
    </>
  )
}

/** By the 报关单 it holds: a claim of a 生产企业 leads from no invoice to a line, so supplier and invoices are as the letter tells. */
function ByDeclaration({ about, set, known }: Face & { known: readonly LetterDeclaration[] }) {
  const { t } = useTranslation('rebateAfter')
  return (
    <>
      <label className="rebate-form-wide">
        {t('letter.declarations')}
        <Select
          autoFocus
          mode="multiple"
          aria-label={t('letter.declarations')}
          tokenSeparators={separators}
          maxTagCount={4}
          value={about.declarations}
          notFoundContent={t('letter.noDeclaration')}
          onChange={(declarations) => set({ ...about, declarations })}
          options={known.map(({ no, batchNo, keys }) => ({
            value: no,
            label: t('letter.declaration', { no, batch: batchNo, count: keys.length }),
          }))}
          optionLabelProp="value"
        />
      </label>
      <label>
        {t('letter.supplier')}
        <Input
          maxLength={100}
          value={about.sellerName}
          onChange={({ target }) => set({ ...about, sellerName: target.value })}
        />
      </label>
      <label>
        {t('letter.taxNo')}
        <Input
          maxLength={20}
          value={about.sellerTaxNo}
          onChange={({ target }) => set({ ...about, sellerTaxNo: target.value.trim() })}
        />
      </label>
      <label className="rebate-form-wide">
        {t('letter.toldInvoices')}
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          aria-label={t('letter.toldInvoices')}
          tokenSeparators={separators}
          value={about.invoices}
          onChange={(invoices) => set({ ...about, invoices })}
        />
      </label>
    </>
  )
}

/** A letter about a supplier: the lines claimed on its invoices, or those of the 报关单 it names, are held. */
export function LetterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('rebateAfter')
  const port = useBook()
  const act = useAttempt()
  const { message } = App.useApp()
  const { value } = useQueryState(
    async () => ({ suppliers: await port.letterSuppliers(), declarations: await port.letterDeclarations() }),
    useRebateChanges(),
  )
  const known = value as { suppliers: LetterSupplier[]; declarations: LetterDeclaration[] } | undefined
  const [chosen, choose] = useState<'invoice' | 'declaration'>()
  const linkless = known?.suppliers.length === 0 && known.declarations.length > 0
  const by = chosen ?? (linkless ? 'declaration' : 'invoice')
  const [about, setAbout] = useState<About>(nothing)
  const [number, setNumber] = useState('')
  const [sentOn, setSentOn] = useState(() => businessDay(new Date().toISOString()))
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const ready =
    by === 'invoice'
      ? about.invoices.length > 0
      : about.declarations.length > 0 && about.sellerName.trim() !== ''
  const store = async () => {
    if (!ready) return
    setBusy(true)
    const { declarations, sellerName, ...rest } = about
    const letter = {
      ...rest,
      ...(declarations.length > 0 && { declarations }),
      ...{ number: number.trim(), sellerName: sellerName.trim(), sentOn, note: note.trim() },
    }
    const done = await act(() => port.sendRebateLetter(letter, t('why.letter')))
    setBusy(false)
    if (!done) return
    void message.success(t('letter.held', { held: done.held, left: done.left.length }))
    onClose()
  }
  return (
    <Modal
      open
      title={t('letter.new')}
      okText={t('letter.store')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready }}
      onOk={() => void store()}
      onCancel={onClose}
    >
      <Segmented<'invoice' | 'declaration'>
        block
        className="face-tabs"
        aria-label={t('letter.by')}
        value={by}
        onChange={(next) => {
          choose(next)
          setAbout(nothing)
        }}
        options={(['invoice', 'declaration'] as const).map((value) => ({
          value,
          label: t(`letterBy.${value}`),
        }))}
      />
      <div className="rebate-form" data-help="rebate.letters">
        {by === 'invoice' ? (
          <ByInvoice about={about} set={setAbout} suppliers={known?.suppliers ?? []} />
        ) : (
          <ByDeclaration about={about} set={setAbout} known={known?.declarations ?? []} />
        )}
        <DayField label={t('letter.sentOn')} value={sentOn} onChange={setSentOn} />
        <label>
          {t('letter.number')}
          <Input maxLength={60} value={number} onChange={({ target }) => setNumber(target.value)} />
        </label>
        <label className="rebate-form-wide">
          {t('letter.note')}
          <Input maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
        </label>
      </div>
      <p className="face-note">{t('letter.holds')}</p>
    </Modal>
  )
}
