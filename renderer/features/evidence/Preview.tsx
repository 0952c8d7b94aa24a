import { Alert, Spin } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import { useText } from '../../components/text'

const PdfPages = lazy(() =>
  import('../../components/pdf/PdfPages').then((one) => ({ default: one.PdfPages })),
)

type Props = { id: string; earlier: number | undefined }

/** The file of a paper as it is, its digest compared before anything is shown. It never leaves the book for it. */
export function Preview({ id, earlier }: Props) {
  const { t } = useTranslation('evidence')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(
    async () => ({ file: await port.evidenceFile(id, earlier) }),
    `${id} ${earlier}`,
  )
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin description={t('loading')} />
  if (!value.file) return null
  const { type, name, bytes } = value.file
  if (type === 'jpg' || type === 'png') return <Picture bytes={bytes} type={type} name={name} />
  if (type !== 'pdf') return null
  return (
    <Suspense fallback={<Spin description={t('loading')} />}>
      <PdfPages bytes={bytes} label={name} />
    </Suspense>
  )
}

type PictureProps = { bytes: Uint8Array<ArrayBuffer>; type: 'jpg' | 'png'; name: string }

function Picture({ bytes, type, name }: PictureProps) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: type === 'jpg' ? 'image/jpeg' : 'image/png' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, type])
  return address ? <img className="evidence-picture" src={address} alt={name} /> : null
}
