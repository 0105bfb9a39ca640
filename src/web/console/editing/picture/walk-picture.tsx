import { Graph, layout } from '@dagrejs/dagre';
import { Collapse, Empty } from 'antd';
import { useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { scopeName } from '../../shell/scopes.ts';
import { useDebounced } from '../../shell/use-debounced.ts';
import { contentWords } from '../../words/content.vi.ts';
import type { Doc } from '../doc/doc.ts';
import { useShared } from '../fields/choices.ts';
import { walkOf, type WalkNode } from './walk.ts';
import { wrapped } from './wrapped.ts';

const { pictureWords: words } = contentWords;
const WIDTH = 220;
const LINE = 18;

/** The way through a procedure as a picture, and the same in words. */
export function WalkPicture({ doc }: { readonly doc: Doc }) {
  const typed = useSyncExternalStore(doc.subscribe, doc.whole);
  const value = useDebounced(typed, 500);
  const flow = useShared({ kind: 'flow', id: 'flow' });
  const nodes = useMemo(() => walkOf(value, flow, scopeName), [value, flow]);
  const drawn = useMemo(() => drawing(nodes), [nodes]);
  if (nodes.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />;
  return (
    <section aria-label={words.title} className="walk">
      <p>{words.intro}</p>
      <svg role="img" aria-label={words.title} viewBox={`0 0 ${String(drawn.width)} ${String(drawn.height)}`}>
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 10 5 0 10z" />
          </marker>
        </defs>
        {drawn.edges.map(({ key, path, dashed }) => (
          <path key={key} d={path} className={dashed ? 'edge dashed' : 'edge'} markerEnd="url(#arrow)" />
        ))}
        {drawn.boxes.map(({ id, kind, x, y, width, height, lines }) => (
          <g
            key={id}
            transform={`translate(${String(x - width / 2)} ${String(y - height / 2)})`}
            className={kind}
          >
            <rect width={width} height={height} rx={kind === 'step' ? 8 : 20} />
            {lines.map(({ text, soft }, index) => (
              <text key={index} x={width / 2} y={22 + index * LINE} className={soft ? 'soft' : ''}>
                {text}
              </text>
            ))}
          </g>
        ))}
      </svg>
      <Collapse
        size="small"
        items={[
          {
            key: 'text',
            label: words.asText,
            children: (
              <ol>
                {nodes.map(({ id, label, options, when }) => (
                  <li key={id}>
                    {label}
                    {options.length > 0 ? ` (${options.join(' / ')})` : ''}
                    {when === null ? '' : ` – ${words.onlyWhen} ${when.replace(/^Khi /, '')}`}
                  </li>
                ))}
              </ol>
            ),
          },
        ]}
      />
    </section>
  );
}

/** One below the other; past what holds for some alone a dashed way leads on. */
function drawing(nodes: readonly WalkNode[]) {
  const graph = new Graph().setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 28, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const boxes = nodes.map((node) => {
    const lines = [
      ...wrapped(node.label, 26).map((text) => ({ text, soft: false })),
      ...(node.options.length > 0
        ? wrapped(node.options.join(' / '), 30).map((text) => ({ text, soft: true }))
        : []),
      ...(node.when === null ? [] : wrapped(node.when, 30).map((text) => ({ text, soft: true }))),
    ];
    return { ...node, lines, width: WIDTH, height: lines.length * LINE + 14 };
  });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  const dashed = new Set<string>();
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    if (next === undefined) continue;
    graph.setEdge(node.id, next.id);
    if (next.when === null) continue;
    const past = nodes.slice(index + 2).find(({ when }) => when === null);
    if (past === undefined) continue;
    graph.setEdge(node.id, past.id);
    dashed.add(`${node.id} ${past.id}`);
  }
  layout(graph);
  const { width, height } = sizeSchema.parse(graph.graph());
  return {
    width,
    height,
    boxes: boxes.map(({ id, kind, lines, width, height }) => {
      const { x, y } = pointSchema.parse(graph.node(id));
      return { id, kind, lines, width, height, x, y };
    }),
    edges: graph.edges().map(({ v, w }) => ({
      key: `${v} ${w}`,
      dashed: dashed.has(`${v} ${w}`),
      path: pathOf(lineSchema.parse(graph.edge(v, w)).points),
    })),
  };
}

// The layout writes into objects without a type.
const pointSchema = z.object({ x: z.number(), y: z.number() });
const sizeSchema = z.object({ width: z.number(), height: z.number() });
const lineSchema = z.object({ points: z.array(pointSchema) });

const pathOf = (points: readonly { readonly x: number; readonly y: number }[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${String(x)} ${String(y)}`).join(' ');
