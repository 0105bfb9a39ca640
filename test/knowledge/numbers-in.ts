export { codesIn, numbersIn } from '#publishing/spoken/numbers-in.ts';
