import { telAddress } from '#replies/phone.ts';
import type { Block } from '#replies/reply.ts';
import type { Sheet } from '#replies/sheet.ts';
import type { Voice } from '#replies/wording.ts';
import { html, lines, type Html } from './html.ts';
import { governmentService } from './markup.ts';
import type { Page } from './shell.ts';

/** All of one procedure on one page: what it leads to, papers, fee, time, place, steps, sources, whom to ask. */
export function procedurePage(voice: Voice, sheet: Sheet, url: string): Page {
  return {
    title: sheet.name,
    description: voice.words('page.description', { name: sheet.name }),
    url,
    data: governmentService(sheet, url),
    body: html`
      <h1>${sheet.name}</h1>
      <p class="lead">${sheet.leadsTo}</p>
      ${sheet.codes.map((code) => html`<p class="soft">${voice.words('page.code', { code })}</p>`)}
      <p class="note">${voice.words('page.my-case')}</p>
      ${sheet.papers.map(papersOf)}
      <h2>${voice.words('page.facts')}</h2>
      <dl>
        ${sheet.facts.map(
          ({ label, value }) =>
            html`<dt>${label}</dt>
              <dd>${lines(value)}</dd>`,
        )}
      </dl>
      <h2>${voice.words('page.steps')}</h2>
      <ol class="steps">
        ${sheet.steps.map(stepOf)}
      </ol>
      ${sheet.url === null ? null : html`<p><a href="${sheet.url}">${voice.words('page.portal')}</a></p>`}
      ${sourcesOf(voice, sheet.sources)}
      <h2>${voice.words('page.contacts')}</h2>
      <ul>
        ${sheet.contacts.map(contactLine)}
      </ul>
    `,
  };
}

function papersOf(block: Block): Html {
  if (block.kind === 'text') return html`${lines(block.text)}`;
  if (block.kind !== 'checklist') return html``;
  return html`<h2>${block.title}</h2>
    <ul class="papers">
      ${block.items.map(
        ({ text, note, state }) =>
          html`<li class="${state}">
            ${text}${note === undefined ? null : html`<span class="soft">${note}</span>`}
          </li>`,
      )}
    </ul>`;
}

const stepOf = (step: Sheet['steps'][number]): Html =>
  html`<li>
    <h3>${step.heading ?? step.title}</h3>
    ${lines(step.todo)} ${step.screen === undefined ? null : html`<p class="soft">${step.screen}</p>`}
    ${step.notes.flatMap(lines)}
  </li>`;

function sourcesOf(voice: Voice, blocks: readonly Block[]): Html {
  return html`${blocks.map((block) => {
    if (block.kind === 'text') return html`<p class="note">${block.text}</p>`;
    if (block.kind !== 'sources') return html``;
    return html`<h2>${voice.words('page.sources')}</h2>
      <ul>
        ${block.items.map(
          ({ title, url }) =>
            html`<li>${url === undefined ? title : html`<a href="${url}">${title}</a>`}</li>`,
        )}
      </ul>
      <p class="soft">${block.asOf}</p>`;
  })}`;
}

export const contactLine = ({ name, phone, detail }: Sheet['contacts'][number]): Html =>
  html`<li>
    <b>${name}</b>${
      phone === undefined ? null : html` <a href="${telAddress(phone)}">${phone}</a>`
    }${detail === undefined ? null : html`<span class="soft">${detail}</span>`}
  </li>`;
