import { parseArgs } from 'node:util'
import { carry, destinationOf } from '../exchange/carry'
import { inspect } from '../exchange/inspect'
import { UsageError, type Command } from '../command'

const usage = `exchange inspect|verify|upload|receipts FILE…
  Exchange files (.yiguan) that somebody carries between machines: batches out, receipts back.
  inspect   what the files are: whose, which batches, how many documents. Tampered or torn files are refused.
  verify    the same, and every message inside against its manifest
  upload    hand the batches in, under their own ids and bytes, and write what the service says into a receipts file;
            doing it again changes nothing; a claim for 自检 is asked of the tax desk, its answer is the file
  receipts  hand nothing in, only fetch what the service knows of these batches and the enterprise's receipts
  --service URL        single window, https:// or http:// of this machine (upload, receipts)
  --token-file FILE    the token that lets in (upload, receipts)
  --receipts OUT       where the receipts go; FILE.receipts.yiguan beside the file when absent
  Reports: yiguan schema carried-file-verdicts, yiguan schema carried-uploads`

export const command: Command = {
  name: 'exchange',
  usage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        service: { type: 'string' },
        'token-file': { type: 'string' },
        receipts: { type: 'string' },
      },
    })
    const [verb, ...files] = positionals
    if (files.length === 0) throw new UsageError('name at least one FILE')
    if (verb === 'inspect' || verb === 'verify') return inspect(files, verb === 'verify', io)
    if (verb !== 'upload' && verb !== 'receipts') throw new UsageError('inspect, verify, upload or receipts')
    const { receipts } = values
    if (receipts !== undefined && files.length > 1) {
      throw new UsageError('--receipts goes with one FILE: each enterprise has its own')
    }
    const destination = await destinationOf(values.service, values['token-file'])
    return carry(
      { files, destination, errand: verb === 'upload' ? 'send' : 'ask', ...(receipts && { receipts }) },
      io,
    )
  },
}
