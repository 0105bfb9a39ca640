import type { Document, Procedure } from '../schema/procedure.ts';
import { settle } from '../condition.ts';
import type { Situation } from '../situation.ts';
import { open } from './case.ts';
import { groundsOf } from './grounds.ts';
import { remembered } from './remember.ts';
import type { DocumentFact } from './fact.ts';

/** The papers of her case, in written order. What rests on no source is left to the officer. */
export const documentFacts = remembered((release, caseOf): readonly DocumentFact[] => {
  const opened = open(release, caseOf);
  if (opened === null) return [];
  const { procedure, at } = opened;
  return procedure.documents.flatMap((document) => documentFact(procedure, document, at) ?? []);
});

function documentFact(procedure: Procedure, document: Document, at: Situation): DocumentFact | null {
  const { need } = document;
  const grounds = groundsOf(
    procedure,
    { id: document.id, when: typeof need === 'string' ? undefined : need, source: document.source },
    at,
  );
  if (grounds === null) return null;
  const replaced = replacement(document, at);
  const asksStaff = need === 'ask-staff' || !grounds.sure;
  const status = replaced.applies === 'yes' ? 'from-database' : 'needed';
  return {
    ...grounds,
    field: 'documents',
    // While it is open whether the database has it, it is not settled that she must bring it.
    applies: replaced.applies === 'open' ? 'open' : grounds.applies,
    openQuestions: [...new Set([...grounds.openQuestions, ...replaced.open])],
    name: document.name,
    form: document.form,
    formCode: (grounds.sure ? document.formCode : undefined) ?? null,
    status: asksStaff ? 'ask-staff' : status,
    replacedBy: (replaced.applies === 'no' ? undefined : document.replacedBy) ?? null,
    note: document.note ?? null,
    prose: document.prose ?? null,
  };
}

function replacement(document: Document, at: Situation): Pick<ReturnType<typeof settle>, 'applies' | 'open'> {
  if (document.replacedBy === undefined) return { applies: 'no', open: [] };
  return document.replacedWhen === undefined
    ? { applies: 'yes', open: [] }
    : settle(document.replacedWhen, at);
}
