// Plain JavaScript as far as the guard: a Node too old for the rest cannot even read it.
import '../node-guard.mjs';

await import('../main.ts');
