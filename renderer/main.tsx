import './jitless'
import 'virtual:antd.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/pages.css'
import { createRoot } from 'react-dom/client'
import { provideBookOpener, startWindow } from './app/book'
import { useDevice } from './app/device'
import { holdCloseForDrafts } from './app/closing'
import { watchDesks } from './app/desks'
import { watchExchange } from './app/exchange'
import { charactersOf, startLanguage } from './app/i18n'
import { keepNoFormHistory } from './app/no-form-history'
import { watchOwnCodes } from './app/own-codes'
import { Root } from './app/Root'
import { watchSafety } from './app/safety/backups'
import { loadFonts } from './styles/fonts'
import { openBookWorker } from './workers/book/client'

const { language, theme } = useDevice.getState()
document.documentElement.dataset['theme'] = theme

keepNoFormHistory(document)
provideBookOpener(openBookWorker)
if ('yiguan' in window) {
  watchExchange()
  watchDesks()
  watchSafety()
  holdCloseForDrafts()
  watchOwnCodes()
  void startWindow()
}
loadFonts(charactersOf(language))
createRoot(document.getElementById('root')!).render(<Root language={startLanguage(language)} />)
