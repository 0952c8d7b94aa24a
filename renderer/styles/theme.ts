import { theme, type ThemeConfig } from 'antd'
import tokens from './tokens.json'

export type ThemeName = 'light' | 'dark'

/** Class that carries the design tokens; `build/antd-css.mjs` writes them under the same name. */
export const tokenScope = 'yiguan-tokens'

/**
 * Theme of the component library. Its rules come from a static file that is extracted at build time with the same
 * tokens; at run time nothing may add a style element, because the page's policy refuses it. `calm`: nothing moves.
 */
export function themeConfig(name: ThemeName, calm = false): ThemeConfig {
  return {
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: tokenScope },
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...tokens.shared, ...tokens[name], ...(calm && { motion: false }) },
    components: name === 'dark' ? { ...tokens.components, ...tokens.darkComponents } : tokens.components,
  }
}
