// Writes a first day beside the page and throws it away. What the browser looks up for that, it looks up once for both;
// the page would have to wait for it. Where this does not run, the page does it itself.
self.addEventListener('message', ({ data: locale }) => {
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format();
  self.close();
});
