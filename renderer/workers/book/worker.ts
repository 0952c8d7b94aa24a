import { expose } from 'comlink'
import { keepRefusals } from './refusal-transfer'
import { behindLeave } from './leave-gate'
import { behindRoles } from './role-gate'
import { SafetyHost } from './safety-host'

keepRefusals()
expose(behindLeave(behindRoles(new SafetyHost())))
