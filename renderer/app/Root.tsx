import { App, ConfigProvider, Modal } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { i18n } from 'i18next'
import { LayoutStoreContext } from '../components/grid'
import { look } from '../styles/theme'
import { useBookState } from './book'
import { layoutStore, useDevice } from './device'
import { FirstRun } from './first-run/FirstRun'
import { Frame } from './frame/Frame'
import { NoBridge } from './NoBridge'
import { Opening } from './unlock/Opening'
import { Unlock } from './unlock/Unlock'
import { useFocusReturn } from './useFocusReturn'

function Phase() {
  const book = useBookState((state) => state.book)
  switch (book.phase) {
    case 'starting':
      return null
    case 'first-run':
      return <FirstRun books={book.books} failure={book.failure} />
    case 'locked':
      return <Unlock books={book.books} failure={book.failure} />
    case 'opening':
      return <Opening label={book.entry.label} done={book.done} total={book.total} />
    case 'open':
      return <OpenBook />
  }
}

/** What a notice or a question says belongs to the open book: it goes with it and does not stand over the unlock page. */
function OpenBook() {
  const { message, notification } = App.useApp()
  useEffect(
    () => () => {
      message.destroy()
      notification.destroy()
      Modal.destroyAll()
    },
    [message, notification],
  )
  return <Frame />
}

/**
 * At the top they would lie over the tools of the room; a pointer that rests where one appears, or was left there, would
 * hold it for good over what lies below.
 */
const notices = { placement: 'bottomRight', pauseOnHover: false } as const

const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Language and theme around whatever the book's state asks for. */
export function Root({ language }: { language: i18n }) {
  const device = useDevice()
  useFocusReturn()
  useEffect(() => {
    void language.changeLanguage(device.language)
    document.documentElement.lang = device.language === 'zh' ? 'zh-CN' : 'en'
  }, [device.language, language])
  useEffect(() => {
    document.documentElement.dataset['theme'] = device.theme
  }, [device.theme])
  return (
    <I18nextProvider i18n={language}>
      <ConfigProvider
        locale={device.language === 'zh' ? zhCN : enUS}
        {...look(device.theme, calm)}
        componentSize="medium"
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App className="app" notification={notices}>
          <LayoutStoreContext value={layoutStore}>
            {'yiguan' in window ? <Phase /> : <NoBridge />}
          </LayoutStoreContext>
        </App>
      </ConfigProvider>
    </I18nextProvider>
  )
}
