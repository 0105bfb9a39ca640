/**
 * Lifts the input over the on-screen keyboard where the browser lays the keyboard over the page (iOS). Others
 * make the window smaller by themselves, and then there is nothing to lift.
 */
export function keepAboveKeyboard(): void {
  const visual = window.visualViewport;
  if (visual === null) return;
  const lift = () => {
    // Zoomed in with two fingers: the window is small for another reason.
    const covered = visual.scale > 1.05 ? 0 : window.innerHeight - visual.height - visual.offsetTop;
    document.documentElement.style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`);
  };
  visual.addEventListener('resize', lift);
  visual.addEventListener('scroll', lift);
}
