/** `all: initial` on the host and px everywhere: neither the page's styles nor its font size come in. */
export const style = `
:host { all: initial; }
.box { position: fixed; z-index: 2147483000; bottom: 16px; right: 16px; font: 17px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; }
.box.left { right: auto; left: 16px; }
button { all: unset; box-sizing: border-box; min-height: 48px; padding: 0 20px; cursor: pointer; font-weight: 600; text-align: center; border-radius: 24px; line-height: 48px; }
button:focus-visible { outline: 3px solid #9c4318; outline-offset: 2px; }
.open { color: #fffdf9; background: var(--nop-ho-so); box-shadow: 0 2px 12px rgb(0 0 0 / 30%); border: 1px solid #fffdf9; line-height: 46px; }
.panel { display: flex; flex-direction: column; position: fixed; bottom: 80px; right: 16px; width: min(420px, calc(100vw - 32px)); height: min(720px, calc(100vh - 104px)); overflow: hidden; border-radius: 16px; background: #faf6ee; box-shadow: 0 8px 40px rgb(0 0 0 / 35%); }
.left .panel { right: auto; left: 16px; }
.panel[hidden] { display: none; }
.close { align-self: stretch; border-radius: 0; min-height: 44px; line-height: 44px; color: #1d2b2a; background: #f2ecdf; }
.close:focus-visible { outline-offset: -3px; }
iframe { flex: 1; width: 100%; border: 0; min-height: 0; }
@media (max-width: 639px), (max-height: 480px) {
  .panel, .left .panel { inset: 0; width: auto; height: auto; border-radius: 0; padding: env(safe-area-inset-top) 0 env(safe-area-inset-bottom); }
  .shown .open { display: none; }
}
@media (prefers-color-scheme: dark) { .panel { background: #12191a; } .close { color: #ebe7dd; background: #1a2425; } .close:focus-visible { outline-color: #f0a97c; } }
@media (forced-colors: active) { .open, .panel { border: 2px solid; } }
@media print { .box { display: none; } }
`;
