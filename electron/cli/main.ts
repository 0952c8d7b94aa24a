import { dispatch } from './run'
import type { Io } from './command'

/** A reader that closed the pipe (`| head`) has what it wanted; that is no fault of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

let written = false

const io: Io = {
  out(document) {
    if (written) throw new Error('a command writes one JSON document')
    written = true
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
  },
  note(text) {
    process.stderr.write(`${text}\n`)
  },
}

// exitCode, not exit(): a pipe is flushed asynchronously and exit() would cut the document off.
process.exitCode = await dispatch(process.argv.slice(2), io)
