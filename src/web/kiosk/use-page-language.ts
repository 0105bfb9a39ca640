import { useEffect, useState } from 'preact/hooks';
import { lang, type Lang } from '../chat/words.ts';

/** The language that the chat beside us speaks: it writes it on the page, where everybody can see it. */
export function usePageLanguage(): Lang {
  const [shown, setShown] = useState<Lang>(lang);
  useEffect(() => {
    const watch = new MutationObserver(() => setShown(lang));
    watch.observe(document.documentElement, { attributeFilter: ['lang'] });
    return () => watch.disconnect();
  }, []);
  return shown;
}
