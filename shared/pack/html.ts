import type { Language } from '../model/text'

/** Text as it may stand in a page, whatever a file or an officer wrote. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const row = (cells: readonly string[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`

/** Cells are markup already: what comes from outside is escaped by the caller. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('\n')}</tbody></table>`

/** A link to a file of the pack, as seen from a page in its top folder. */
export const link = (name: string, shown = name): string =>
  `<a href="${name.split('/').map(encodeURIComponent).join('/')}">${escaped(shown)}</a>`

const style = `body{font:14px/1.6 "Microsoft YaHei",sans-serif;margin:2em;color:#222}
table{border-collapse:collapse;margin:.5em 0 1.5em}th,td{border:1px solid #999;padding:.25em .6em;text-align:left;vertical-align:top}
th{background:#eee}code{font-family:Consolas,monospace;word-break:break-all}.mark{font-size:1.4em;color:#b00}`

/** A page that every browser opens: no script, nothing loaded from outside. */
export const page = (title: string, body: string, language: Language = 'zh'): string => `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>${style}</style></head><body>
${body}
</body></html>
`
