import { z } from 'zod';
import { errors } from '#root/errors.ts';
import { PRODUCT_NAME } from '#root/product-name.ts';
import { problemSchema } from './problem.ts';
import type { Route } from './route.ts';

/** JSON as OpenAPI 3.1 has it; made from our own schemas, so only its outline is typed. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

type Shape = Readonly<Record<string, unknown>>;

/** The document of a route table. A schema that has no JSON form throws: a route that cannot be described is a defect. */
export function openApiOf(routes: readonly Route[], version: string): OpenApi {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: PRODUCT_NAME, version },
    paths,
    components: { schemas: { Problem: shapeOf(problemSchema, 'output') } },
  };
}

function operationOf(route: Route): object {
  const parameters = [
    ...fieldsOf(route.in.params, 'path').concat(unnamedOf(route)),
    ...fieldsOf(route.in.query, 'query'),
  ];
  const body = bodyOf(route);
  return {
    operationId: `${route.method.toLowerCase()} ${route.path}`.replace(/[^\w]+/g, '-'),
    'x-who': route.who,
    ...(route.limit === null ? {} : { 'x-limit': route.limit }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null ? {} : { requestBody: body }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.out).map(([status, schema]) => [
          status,
          schema === null
            ? { description: 'No JSON body' }
            : { description: 'As described', content: json(shapeOf(schema, 'output')) },
        ]),
      ),
      default: {
        description: `An error of the catalogue: ${String(Object.keys(errors).length)} codes`,
        content: json({ $ref: '#/components/schemas/Problem' }),
      },
    },
  };
}

/** One parameter a field. */
function fieldsOf(schema: z.ZodType, where: 'path' | 'query'): object[] {
  const { properties = {}, required = [] } = objectShape.parse(shapeOf(schema, 'input'));
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: shape,
  }));
}

/** Of a path whose parameters nobody described: text. */
function unnamedOf(route: Route): object[] {
  const described = Object.keys(objectShape.parse(shapeOf(route.in.params, 'input')).properties ?? {});
  return [...route.path.matchAll(/:(\w+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !described.includes(name))
    .map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function bodyOf({ in: { body, mode } }: Route): object | null {
  if (mode === 'none') return null;
  if (mode !== 'json') {
    return { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  }
  const shape = shapeOf(body, 'input');
  const { properties } = objectShape.parse(shape);
  const empty = shape['type'] === 'object' && Object.keys(properties ?? {}).length === 0;
  return empty && shape['additionalProperties'] !== true ? null : { content: json(shape) };
}

const objectShape = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

const json = (schema: object): object => ({ 'application/json': { schema } });

/** `input`: what a caller writes, before defaults; `output`: what she gets. */
function shapeOf(schema: z.ZodType, io: 'input' | 'output'): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return shape;
}
