import { expose } from 'comlink'
import { keepRefusals } from '../refusal-transfer'
import { behindLeave } from './leave-gate'
import { behindRoles } from './role-gate'
import { SafetyHost } from './safety-host'
import { behindSecond } from './second-officer'

keepRefusals()
expose(behindLeave(behindRoles(behindSecond(new SafetyHost()))))
