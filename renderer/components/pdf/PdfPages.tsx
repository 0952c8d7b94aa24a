import { Alert, Button, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { openPdf } from './open-pdf'
import './pdf.css'

/** Pages are drawn a little larger than shown, so that small print stays readable. */
const sharpness = 1.5

type Drawn = { document: PDFDocumentProxy; close: () => void }

/** A PDF one page at a time, drawn by the program itself: the file leaves the book for no viewer. */
export function PdfPages({ bytes, label }: { bytes: Uint8Array<ArrayBuffer>; label: string }) {
  const { t } = useTranslation('components')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<Drawn>()
  const [page, setPage] = useState(1)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let left = false
    let opened: Drawn | undefined
    openPdf(bytes)
      .then((one) => {
        opened = one
        if (left) one.close()
        else setDrawn(one)
      })
      .catch(() => !left && setFailed(true))
    return () => {
      left = true
      opened?.close()
    }
  }, [bytes])
  useEffect(() => {
    const place = canvas.current
    if (!drawn || !place) return undefined
    let stop: (() => void) | undefined
    let left = false
    const draw = async () => {
      const one = await drawn.document.getPage(page)
      if (left) return
      const width = place.parentElement?.clientWidth ?? 600
      const scale = (width / one.getViewport({ scale: 1 }).width) * sharpness
      const viewport = one.getViewport({ scale })
      place.width = viewport.width
      place.height = viewport.height
      const task = one.render({ canvas: place, viewport })
      stop = () => task.cancel()
      await task.promise
    }
    draw().catch(() => !left && setFailed(true))
    return () => {
      left = true
      stop?.()
    }
  }, [drawn, page])
  if (failed) return <Alert type="warning" showIcon title={t('pdf.failed')} />
  const count = drawn?.document.numPages ?? 0
  return (
    <figure className="pdf-pages" aria-label={label}>
      {!drawn && <Spin />}
      {count > 1 && (
        <figcaption>
          <Button size="small" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t('pdf.before')}
          </Button>
          <span className="number">{`${page} / ${count}`}</span>
          <Button size="small" disabled={page === count} onClick={() => setPage(page + 1)}>
            {t('pdf.next')}
          </Button>
        </figcaption>
      )}
      <canvas ref={canvas} role="img" aria-label={`${label} ${page}`} />
    </figure>
  )
}
