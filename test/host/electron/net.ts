import { fetchThroughSession } from './net-fetch'
import { strict } from './strict'
import os from 'node:os'

const slice: Pick<Electron.Net, 'fetch' | 'isOnline' | 'online'> = {
  fetch: (input, init) => fetchThroughSession(input as string | Request, init),
  isOnline: () => hasAddress(),
  get online() {
    return hasAddress()
  },
}

/** Like Chromium's rough answer: some interface other than loopback has an address. */
function hasAddress(): boolean {
  return Object.values(os.networkInterfaces()).some((each) => each?.some(({ internal }) => !internal))
}

export const net = strict<Electron.Net>('net', slice)
