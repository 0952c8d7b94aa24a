import { theme, type ConfigProviderProps, type ThemeConfig } from 'antd'
import tokens from './tokens.json'

export type ThemeName = 'light' | 'dark'

/** Class that carries the design tokens; `build/antd-css.mjs` writes them under the same name. */
export const tokenScope = 'yiguan-tokens'

/**
 * Theme of the component library. Its rules come from a static file that is extracted at build time with the same
 * tokens; at run time nothing may add a style element, because the page's policy refuses it. `calm`: nothing moves.
 */
function themeConfig(name: ThemeName, calm = false): ThemeConfig {
  return {
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: tokenScope },
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...tokens.shared, ...tokens[name], ...(calm && { motion: false }) },
    components: name === 'dark' ? { ...tokens.components, ...tokens.darkComponents } : tokens.components,
  }
}

/**
 * What the component library is told once for the whole page. Dialogs open in the body itself: the element they would
 * make for themselves is put into the page only after React has given the focus to their first field, which is then lost
 * wherever nothing moves.
 */
export function look(name: ThemeName, calm = false): ConfigProviderProps {
  return { theme: themeConfig(name, calm), getPopupContainer: () => document.body }
}
