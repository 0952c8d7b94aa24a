import { openTab } from '../../app/navigation'

/** A master as a tab. Its key is a number that is declared, so the tab is not remembered. */
export const openParty = (key: string, title: string): void =>
  openTab({ view: 'filing/record', params: { key }, title: title || key })
