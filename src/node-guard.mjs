// Plain JavaScript, so that a Node too old for the rest can still say so.
// oxlint-disable-next-line typescript/no-unsafe-assignment -- plain JavaScript has no types here
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 20)) {
  process.stderr.write(
    `Cần Node.js 22.20 trở lên; máy này đang chạy ${process.versions.node}. ` +
      'Chạy `npm ci` (tự cài bản đúng) hoặc cài Node.js mới từ https://nodejs.org, rồi chạy lại.\n' +
      `Node.js 22.20 or later is needed; this is ${process.versions.node}. ` +
      'Run `npm ci` (it brings the right one) or install a newer one from https://nodejs.org.\n',
  );
  process.exit(1);
}
