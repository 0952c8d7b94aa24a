import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheRoot } from './places.mjs'

/**
 * Write the script that starts `program` with the unpacked libraries and fonts. `exec` keeps the process id, so that
 * whoever starts the launcher can signal Chromium itself.
 * @param {{ program: string, libraries: string[], fonts: string | null }} parts
 */
export function writeLauncher({ program, libraries, fonts }) {
  const root = cacheRoot()
  mkdirSync(root, { recursive: true })
  const lines = ['#!/bin/sh']
  if (libraries.length) {
    lines.push(`export LD_LIBRARY_PATH=${quote(libraries.join(':'))}"\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`)
  }
  if (fonts) lines.push(`export FONTCONFIG_FILE=${quote(writeFontConfiguration(root, fonts))}`)
  lines.push(`exec ${quote(program)} "$@"`, '')
  const launcher = join(root, 'launcher')
  writeFileSync(`${launcher}.new`, lines.join('\n'))
  chmodSync(`${launcher}.new`, 0o755)
  renameSync(`${launcher}.new`, launcher)
}

function writeFontConfiguration(root, fonts) {
  const system = '/etc/fonts/fonts.conf'
  const file = join(root, 'fonts.conf')
  const inherited = existsSync(system) ? `<include>${system}</include>` : '<dir>/usr/share/fonts</dir>'
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<fontconfig>
  ${inherited}
  <dir>${fonts}</dir>
  <cachedir>${join(root, 'font-cache')}</cachedir>
</fontconfig>
`,
  )
  return file
}

const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`
