import '../styles/fonts'
import './print.css'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { Paper } from './Paper'

/**
 * The page that main prints: fetch the document, lay it out, and say so once every font piece it needs has come. No
 * animation frames are waited for: a hidden window has none.
 */
async function layOut(): Promise<void> {
  const document_ = await window.yiguan.invoke('print.document')
  flushSync(() => createRoot(document.getElementById('root')!).render(<Paper document={document_} />))
  // Reading a size makes the layout that starts the font loads.
  document.body.getBoundingClientRect()
  await document.fonts.ready
  await window.yiguan.invoke('print.ready')
}

void layOut()
