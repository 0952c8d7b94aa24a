import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { DialogAnswer } from '../app-under-test'
import { configuration } from '../process/configuration'
import { onDriver, tellDriver } from '../process/driver'
import { strict } from './strict'
import { windows } from './window-list'

const answers: DialogAnswer[] = []
onDriver('answers', (message) => void answers.push(...message.answers))

/** The next scripted answer, when it is for this method. A script in another order than the dialogs is a test's error. */
function scripted<Name extends string>(method: Name, options: unknown): Record<Name, unknown> | undefined {
  const next = answers[0]
  const answered = next !== undefined && method in next
  if (answered) answers.shift()
  tellDriver({
    kind: 'dialog',
    method,
    options: printable(options),
    answered: answered || !configuration.driven,
  })
  return answered ? (next as Record<Name, unknown>) : undefined
}

const slice = {
  async showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue> {
    const options = optionsOf<Electron.SaveDialogOptions>(args)
    const answer = scripted('showSaveDialog', options)
    const filePath = (answer ? answer.showSaveDialog : placeToSave(options.defaultPath)) as string | null
    return { canceled: filePath === null, filePath: filePath ?? '' }
  },
  async showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue> {
    const answer = scripted('showOpenDialog', optionsOf(args))
    const filePaths = (answer?.showOpenDialog ?? null) as string[] | null
    return { canceled: filePaths === null, filePaths: filePaths ?? [] }
  },
  async showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue> {
    const options = optionsOf<Electron.MessageBoxOptions>(args)
    const answer = scripted('showMessageBox', options)
    if (!configuration.driven)
      process.stderr.write(`${[options.message, options.detail].filter(Boolean).join('\n')}\n`)
    const response = (answer?.showMessageBox ?? options.cancelId ?? options.defaultId ?? 0) as number
    return { response, checkboxChecked: options.checkboxChecked ?? false }
  },
  showErrorBox(title: string, content: string): void {
    tellDriver({
      kind: 'dialog',
      method: 'showErrorBox',
      options: { title, content },
      answered: !configuration.driven,
    })
    process.stderr.write(`${title}\n${content}\n`)
  },
} satisfies Pick<Electron.Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'>

export const dialog = strict<Electron.Dialog>('dialog', slice)

/** The window before the options may be left out. */
function optionsOf<Options extends object>(args: unknown[]): Options {
  const isWindow = windows.all().includes(args[0] as Electron.BrowserWindow)
  return (isWindow ? args[1] : (args.at(-1) ?? {})) as Options
}

/** Without a driver nobody can choose a place: the folder given at start, under a name that is free. */
function placeToSave(proposed: string | undefined): string | null {
  const folder = configuration.saveTo
  if (!folder || configuration.driven) return null
  mkdirSync(folder, { recursive: true })
  const { name, ext } = path.parse(proposed ?? 'file')
  for (let n = 1; ; n++) {
    const file = path.join(folder, n === 1 ? name + ext : `${name} (${n})${ext}`)
    if (!existsSync(file)) return file
  }
}

function printable(options: unknown): unknown {
  return JSON.parse(JSON.stringify(options ?? null)) as unknown
}
