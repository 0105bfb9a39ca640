/** Small line drawings, all 24 x 24, drawn with the text's colour. Always beside or inside something with a name. */
const shapes = {
  dossier:
    'M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM14 3v5h5M8.500 14.500l2.500 2.500 5-5',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.500v5M8 14.500v5',
  send: 'M4 12 20 4l-4 16-4.500-6.500L4 12ZM11.500 13.500 20 4',
  check: 'M5 12.500 10 17.500 19 7',
  screen: 'M4 5h16v11H4ZM9 20h6M12 16v4',
  note: 'M12 8v5M12 16.200v.1M12 3 2.500 20h19Z',
  phone:
    'M7 3h3l1.500 5L9 9.500a12 12 0 0 0 5.500 5.500L16 12.500l5 1.500v3c0 2-1.500 4-4 4C9.500 21 3 14.500 3 7c0-2.500 2-4 4-4Z',
  down: 'M12 5v14M6 13l6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  list: 'M4 6.500l1.500 1.500L8 5M4 16.500l1.500 1.500L8 15M11 7h9M11 17h9',
  microphone:
    'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3',
  sound: 'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500ZM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  stop: 'M7 7h10v10H7Z',
  copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 13h10v8H7Z',
  save: 'M12 4v11M7 10.500l5 5 5-5M4 20h16',
  outside: 'M14 4h6v6M20 4l-9 9M18 14v5H5V6h5',
} as const;

export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
