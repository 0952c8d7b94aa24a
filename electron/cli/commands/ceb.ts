import { parseArgs } from 'node:util'
import { loadCodeBook } from '#shared/codes/load'
import { decode, encode } from '../ceb/convert'
import { pair } from '../ceb/read'
import { sign, verify } from '../ceb/signature'
import { state } from '../ceb/state'
import { validate } from '../ceb/validate'
import { unwrap, wrap } from '../ceb/wrap'
import { UsageError, type Command } from '../command'
import { refuseOverwriting } from '../same-file'

const options = {
  lang: { type: 'string', default: 'zh' },
  practice: { type: 'boolean', default: false },
  today: { type: 'string' },
  key: { type: 'string' },
  cert: { type: 'string' },
  'password-file': { type: 'string' },
  algorithm: { type: 'string' },
  uris: { type: 'string' },
  replace: { type: 'boolean', default: false },
  sender: { type: 'string' },
  receiver: { type: 'string', multiple: true },
  type: { type: 'string' },
  id: { type: 'string' },
  time: { type: 'string' },
  zone: { type: 'string' },
} as const

/** Write, read, check, sign and wrap customs messages, file in, file out. */
export const command: Command = {
  name: 'ceb',
  usage: `ceb encode IN.json OUT.xml | decode IN.xml OUT.json | validate FILE… | state FILE… | sign IN.xml OUT.xml
       | verify FILE… | wrap IN.xml OUT.xml | unwrap IN.xml OUT.xml
Writes a customs message from JSON, reads one into JSON, lists every fault of messages (XML or JSON), says from messages
and receipts where each document stands and what may be done with it, signs messages and judges signatures, puts
messages into transport messages (DxpMsg) and takes them out.
  --lang zh|en   language of message and fix (zh)
  validate       FILE may hold many messages one after the other, of any size, or be a folder of messages
  --practice     validate: check only the shape of company codes, as in a 演练 book
  --today DAY    yyyyMMdd; validate: times after this day are remarked; sign, verify: the certificate has to be valid
                 on it (sign: today; verify: not judged unless given)
  --zone ID      state: rules of that 综试区
  --key FILE     sign: private key, PKCS#12 (.pfx, .p12) or PEM
  --password-file FILE   sign: its first line opens the key
  --cert FILE    sign: certificate of the key, unless it is in the key file; verify: certificate of the signer
  --algorithm sm2|rsa-sha256|rsa-sha1   sign: sm2 for an SM2 key, else rsa-sha256
  --uris w3c|customs     sign: names of the algorithms; customs for sm2, else w3c
  --replace      sign: in the place of a signature that is there
  --receiver ID  wrap: who gets it, up to five times
  --sender ID    wrap: who sends it, else dxpId of the message
  --type TYPE, --id NUMBER, --time TIME   wrap: type (CEB603Message), own number (guid of the message), time of making`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [verb, ...files] = positionals
    const { lang, practice, today } = values
    if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang ${lang}: zh or en`)
    if (today !== undefined && !/^\d{8}$/.test(today)) throw new UsageError(`--today ${today}: yyyyMMdd`)
    const inOut = () => {
      const [from, to] = pair(files)
      refuseOverwriting(to, { 'what is read': from, '--key': values.key, '--cert': values.cert })
      return [from, to] as const
    }
    const some = () => {
      if (files.length === 0) throw new UsageError(`no file to ${verb}`)
      return files
    }
    switch (verb) {
      case 'encode':
        return encode(inOut(), lang, io)
      case 'decode':
        return decode(inOut(), lang, io)
      case 'validate':
        return validate(some(), { codes: await loadCodeBook(), practice, today }, lang, io)
      case 'state':
        return state(some(), values.zone, lang, io)
      case 'sign':
        return sign(inOut(), values, lang, io)
      case 'verify':
        return verify(some(), values, lang, io)
      case 'wrap':
        return wrap(inOut(), values, lang, io)
      case 'unwrap':
        return unwrap(inOut(), lang, io)
      default:
        throw new UsageError(
          verb === undefined
            ? 'encode, decode, validate, state, sign, verify, wrap or unwrap'
            : `no verb ${verb}`,
        )
    }
  },
}
