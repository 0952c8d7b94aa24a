// Split by characters: the browser fetches only the pieces a page really shows.
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/600.css'

/**
 * Fetch the pieces for these characters ahead of showing them: a piece that arrives while a dialog is already open wraps
 * its lines anew, and a click between two layouts hits nothing.
 */
export function loadFonts(characters: string): void {
  for (const weight of [400, 600]) void document.fonts.load(`${weight} 13px 'Noto Sans SC'`, characters)
}
