import { isReady } from './readiness'
import { strict } from './strict'

type Handler = (request: Request) => Response | Promise<Response>

export const schemeHandlers = new Map<string, Handler>()
const standard = new Set<string>()

class StandInProtocol implements Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
> {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) if (privileges?.standard) standard.add(scheme)
  }

  handle(scheme: string, handler: Handler): void {
    if (schemeHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (!standard.has(scheme)) {
      throw new Error(`stand-in: only schemes registered as standard can be served, and ${scheme} is not`)
    }
    schemeHandlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!schemeHandlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }

  isProtocolHandled(scheme: string): boolean {
    return schemeHandlers.has(scheme)
  }
}

export const protocol = strict<Electron.Protocol>('protocol', new StandInProtocol())
