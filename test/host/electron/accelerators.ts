import { matches, type Pressed } from './accelerator-text'
import { applicationMenuItems } from './menu'

/** Click the menu item with this accelerator, for a key the page did not use itself. */
export function pressAccelerator(pressed: Pressed, window: Electron.BrowserWindow): void {
  if (!window.isFocused()) window.focus()
  applicationMenuItems()
    .find((item) => item.accelerator && matches(item.accelerator, pressed))
    ?.click()
}
