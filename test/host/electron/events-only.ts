import { EventEmitter } from 'node:events'
import { onDriver } from '../process/driver'
import { strict } from './strict'

class StandInNativeTheme
  extends EventEmitter
  implements Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  themeSource: Electron.NativeTheme['themeSource'] = 'system'
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  }
}

/** Nobody sits at the machine of a test; what an officer's absence does is raised by the driver. */
const power = Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0 })
onDriver('power', ({ event }) => void power.emit(event))

/** Events come from the driver; there is no system power to watch. */
export const powerMonitor = strict<Electron.PowerMonitor>('powerMonitor', power)
export const nativeTheme = strict<Electron.NativeTheme>('nativeTheme', new StandInNativeTheme())
