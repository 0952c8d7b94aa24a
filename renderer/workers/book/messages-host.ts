import type * as Port from '../../data/port'
import { ReturnsHost } from './returns-host'
import { readMessages } from './work/messages'
import { deliveryViews, pageTaxes, taxesOfList } from './work/taxes'

/** The book as it learns of what others sent: files of their messages, 电子税单, 入库明细. */
export class MessagesHost
  extends ReturnsHost
  implements Omit<Port.BookPort, keyof (Port.DeskPort & Port.SafetyPort)>
{
  async readMessages(files: File[]): Promise<Port.MessagesRead> {
    const read = await readMessages(await this.settled(), files)
    await this.settled()
    return read
  }

  async taxBills(query: Port.TaxQuery): Promise<Port.TaxPage> {
    return pageTaxes(await this.settled(), query)
  }

  async listTaxes(list: string): Promise<Port.TaxBillRow[]> {
    return taxesOfList(await this.settled(), list)
  }

  async deliveries(): Promise<Port.DeliveryView[]> {
    return deliveryViews(await this.settled())
  }
}
