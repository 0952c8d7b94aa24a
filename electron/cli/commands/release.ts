import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { judgeRelease, signRelease } from '../../services/releases'
import { makeKeyPair } from '../../single-window/batch-signature'
import { DONE, REFUSED, UsageError, type Command } from '../command'

const usage = `release key OUT | sign INSTALLER --key FILE --version V | verify FILE --trust KEY [--have V]
  Installers that reach a computer without a line. The publisher signs name, version, system and content; a computer
  takes what its publisher signed, only for its own system, and only when it is newer.
  key OUT          make a key pair; OUT holds the private key, the public one is told
  sign INSTALLER   write INSTALLER.release.json beside it
  verify FILE      judge a .release.json and the installer beside it
  --platform P     win32, linux, darwin; default: of this computer
  --trust KEY      public key of the publisher; more than once for several
  --have V         the version that is there; default 0.0.0
  --time T         moment of publishing, ISO; default: now`

const KeyFile = z.object({ privateKey: z.string(), publicKey: z.string() })

export const command: Command = {
  name: 'release',
  usage,
  async run(args, io) {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ key: text, version: text, platform: text, time: text, have: text },
        trust: { type: 'string', multiple: true },
      },
    })
    const [verb, file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('one file')
    const platform = values.platform ?? process.platform
    if (verb === 'key') {
      const pair = makeKeyPair()
      // Never over another: a key that is gone cannot be made again.
      await writeFile(file, `${JSON.stringify(pair)}\n`, { flag: 'wx', mode: 0o600 })
      io.out({ publicKey: pair.publicKey })
      return DONE
    }
    if (verb === 'sign') {
      if (!values.key || !values.version) throw new UsageError('sign takes --key and --version')
      const keys = KeyFile.parse(JSON.parse(await readFile(values.key, 'utf8')))
      const publishedAt = values.time ?? new Date().toISOString()
      const target = `${file}.release.json`
      await writeFile(
        target,
        await signRelease(file, { version: values.version, platform, publishedAt }, keys),
      )
      io.out({ file: target })
      return DONE
    }
    if (verb !== 'verify') throw new UsageError('key, sign or verify')
    if (!values.trust) throw new UsageError('verify takes --trust')
    const verdict = await judgeRelease(file, values.trust, { platform, version: values.have ?? '0.0.0' })
    io.out(verdict)
    if (!verdict.ok) io.note(`[${verdict.fault.code}] ${verdict.fault.text.zh}`)
    return verdict.ok ? DONE : REFUSED
  },
}
