import type { HostConfiguration } from './control'

const name = 'YIGUAN_STAND_IN'

export function packConfiguration(configuration: HostConfiguration): Record<string, string> {
  return { [name]: JSON.stringify(configuration), YIGUAN_HOST: 'stand-in' }
}

/** What this host process was started with. Its children (utility processes) must not take it for theirs. */
export const configuration: HostConfiguration = JSON.parse(process.env[name] ?? 'null') as HostConfiguration
delete process.env[name]
