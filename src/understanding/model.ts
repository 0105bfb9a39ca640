import { z } from 'zod';
import { outcomeSchema, unitCodeSchema } from '#knowledge/schema/ids.ts';
import { lexiconSchema } from './lexicon.ts';
import { placesByName, type Linear } from './linear.ts';
import { packedNationalSchema } from './national/pack.ts';
import { placesSchema } from './places.ts';
import { topicKinds } from './trainingInput.ts';

const packedSchema = z.strictObject({
  labels: z.array(z.string()),
  features: z.array(z.string()),
  unknownIdf: z.number(),
  strange: z.number(),
  /** Little-endian typed arrays in base64: Float32, Int32, Uint16, Float32. */
  idf: z.string(),
  starts: z.string(),
  classes: z.string(),
  weights: z.string(),
});

const calibrationSchema = z.strictObject({
  bias: z.number(),
  score: z.number(),
  lead: z.number(),
  known: z.number(),
});
const thresholdsSchema = z.strictObject({ sure: z.number(), unknown: z.number() });
const countsSchema = z.array(z.tuple([z.string(), z.number()]));
const decidedSchema = z.strictObject({
  linear: packedSchema,
  calibration: calibrationSchema,
  thresholds: thresholdsSchema,
  /** Share right in cross-validation, for staff and for the evaluation's print. */
  accuracy: z.number(),
});

/** A trained matcher: plain JSON, stored with its release. Same data, same bytes. */
export const modelSchema = z.strictObject({
  format: z.literal(1),
  topics: decidedSchema,
  aspects: decidedSchema,
  known: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(topicKinds),
      outcome: outcomeSchema,
      only: z.array(unitCodeSchema).nullable(),
    }),
  ),
  spelling: z.strictObject({ words: countsSchema, pairs: countsSchema }),
  /** How much a folded word tells topics apart, 0–1. */
  telling: countsSchema,
  national: packedNationalSchema,
  places: placesSchema,
  lexicon: lexiconSchema,
});
export type Model = z.infer<typeof modelSchema>;

export function packLinear(linear: Linear): z.infer<typeof packedSchema> {
  return {
    labels: [...linear.labels],
    features: [...linear.vocabulary.index.keys()],
    unknownIdf: linear.vocabulary.unknownIdf,
    strange: linear.vocabulary.strange,
    idf: toBase64(linear.vocabulary.idf),
    starts: toBase64(linear.starts),
    classes: toBase64(linear.classes),
    weights: toBase64(linear.weights),
  };
}

export function openLinear(packed: z.infer<typeof packedSchema>): Linear {
  return {
    labels: packed.labels,
    byName: placesByName(packed.labels),
    vocabulary: {
      index: new Map(packed.features.map((name, i) => [name, i])),
      idf: new Float32Array(bytes(packed.idf)),
      unknownIdf: packed.unknownIdf,
      strange: packed.strange,
    },
    starts: new Int32Array(bytes(packed.starts)),
    classes: new Uint16Array(bytes(packed.classes)),
    weights: new Float32Array(bytes(packed.weights)),
  };
}

const toBase64 = (array: Float32Array | Int32Array | Uint16Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

/** A buffer of its own, because typed arrays ask for an aligned start. */
const bytes = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, 'base64')).buffer;
