// npm run channels:setup
// Greeting, menu, ice breakers and the subscription of every page in META_PAGES. Can be run again at any time.
import { createGraphApi } from '#channels/messenger/graph-api.ts';
import { messengerProfile, SUBSCRIBED_FIELDS } from '#channels/messenger/profile.ts';
import { openRelease } from '#knowledge/release.ts';
import { build } from '../build/build.ts';
import { configFromEnvironment } from '../config.ts';
import { bad, findingLine, good } from './channels/finding.ts';

const { messenger } = configFromEnvironment();
if (messenger === null) {
  console.log('Messenger is not set up: docs/guides/channels.md');
  process.exit(1);
}
const { compiled } = await build({ pages: false, say: console.log });
const graph = createGraphApi(messenger);
const profile = messengerProfile(openRelease(compiled).wording);

for (const page of messenger.pages.keys()) {
  for (const [edge, body, what] of [
    ['messenger_profile', profile, 'greeting, menu and ice breakers'],
    ['subscribed_apps', { subscribed_fields: SUBSCRIBED_FIELDS.join(',') }, 'subscription of its events'],
  ] as const) {
    const called = await graph.call(page, edge, body);
    const done = called?.kind === 'answered' && called.status === 200;
    const finding = done
      ? good(`Page ${page}`, what)
      : bad(
          `Page ${page}`,
          `${what}: Meta refused`,
          'npm run channels:check tells what is wrong with its token',
        );
    console.log(findingLine(finding));
    if (!done) process.exitCode = 1;
  }
}
