import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(import.meta.dirname, '..')
const scope = 'yiguan-tokens'
const tokenBlock = /([^{}]*\.yiguan-tokens[^{}]*)\{(--[^{}]*)\}/g
// Memo of the extractor's own bookkeeping; of no use without its run-time part.
const cacheMap = /\.data-ant-cssinjs-cache-path\{[^}]*\}/g

// Loaded when a stylesheet is wanted: every run of the tests reads this file, few need the library.
async function loadLibrary() {
  const [{ extractStyle }, { ConfigProvider, theme }, { createElement }] = await Promise.all([
    import('@ant-design/static-style-extract'),
    import('antd'),
    import('react'),
  ])
  return { extractStyle, ConfigProvider, theme, createElement }
}

function extract({ extractStyle, ConfigProvider, theme, createElement }, name) {
  const tokens = JSON.parse(readFileSync(path.join(root, 'renderer/styles/tokens.json'), 'utf8'))
  const config = {
    hashed: false,
    cssVar: { key: scope },
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...tokens.shared, ...tokens[name] },
    components: name === 'dark' ? { ...tokens.components, ...tokens.darkComponents } : tokens.components,
  }
  return extractStyle((node) => createElement(ConfigProvider, { theme: config }, node)).replace(cacheMap, '')
}

/** The token blocks of a stylesheet, each selector narrowed to a theme. */
function tokensUnder(css, attribute) {
  return [...css.matchAll(tokenBlock)]
    .map(([, selector, body]) => {
      const narrowed = selector
        .split(',')
        .flatMap((s) => [`${attribute} ${s.trim()}`, `${attribute}${s.trim()}`])
      return `${narrowed.join(',')}{${body}}`
    })
    .join('\n')
}

/**
 * The component library's rules as one static text: every rule and the light tokens, then the dark tokens under
 * `[data-theme="dark"]`. Rules refer to tokens by custom property only, so one set of rules serves both themes.
 */
export async function antdCss() {
  const previous = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    const library = await loadLibrary()
    const dark = tokensUnder(extract(library, 'dark'), '[data-theme="dark"]')
    return `${extract(library, 'light')}\n${dark}`
  } finally {
    process.env.NODE_ENV = previous
  }
}

const request = 'virtual:antd.css'
const resolved = '\0virtual:antd.css'
const injector = /@rc-component[\\/]util[\\/]es[\\/]Dom[\\/]dynamicCSS\.js$/

/**
 * Vite plugin: `import 'virtual:antd.css'` is the static stylesheet, and the library's style injector is replaced by
 * one that injects nothing. Fails the build when the injector is not where it is expected.
 */
export function antdStatic() {
  const file = path.join(root, 'node_modules/@rc-component/util/es/Dom/dynamicCSS.js')
  if (!existsSync(file)) throw new Error(`${file} is missing: the component library moved its style injector`)
  const replacement = fileURLToPath(new URL('../renderer/styles/no-dynamic-css.ts', import.meta.url))
  return {
    name: 'antd-static',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      async handler(source, importer, options) {
        if (source === request) return resolved
        if (!source.includes('dynamicCSS')) return null
        const found = await this.resolve(source, importer, { ...options, skipSelf: true })
        return found && injector.test(found.id) ? replacement : null
      },
    },
    load(id) {
      return id === resolved ? antdCss() : null
    },
    // The fonts come in two formats; every engine the app runs in reads the smaller one.
    transform: {
      filter: { id: /@fontsource[\\/].*\.css$/ },
      handler: (code) => code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''),
    },
  }
}
