import { expose } from 'comlink'
import { BookHost } from './host'
import { keepRefusals } from './refusal-transfer'

keepRefusals()
expose(new BookHost())
