import { messengerDescriptor } from '#channels/messenger/descriptor.ts';
import { isAnonymous, zaloAnonymousDescriptor, zaloDescriptor } from '#channels/zalo/descriptor.ts';
import type { Account } from '#turns/ports.ts';
import type { ChannelDescriptor } from '#turns/ports-delivery.ts';

/** What an account can do, where we write into it; null on channels that fetch their replies. */
export function pushDescriptorOf({ channel, id }: Account): ChannelDescriptor | null {
  if (channel === 'zalo') return isAnonymous(id) ? zaloAnonymousDescriptor : zaloDescriptor;
  return channel === 'messenger' ? messengerDescriptor : null;
}
