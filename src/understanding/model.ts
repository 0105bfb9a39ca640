import { z } from 'zod';
import { outcomeSchema, unitCodeSchema } from '#knowledge/schema/ids.ts';
import { AppError } from '#root/errors.ts';
import { fromBytes, toBytes } from './binary.ts';
import { featureKinds } from './featureKinds.ts';
import { lexiconSchema } from './lexicon.ts';
import { packedNationalSchema } from './national/pack.ts';
import { placesSchema } from './places.ts';
import { topicKinds } from './trainingInput.ts';

/** Ids of words and places of labels. */
const ids = z.instanceof(Uint16Array);

/** One decision: which features there are, and what each says for which labels. */
const packedSchema = z.strictObject({
  labels: z.array(z.string()),
  /** How many features there are of each kind, in the order of `featureKinds`. */
  kinds: z.array(z.int().min(0)).length(featureKinds.length),
  /** Words of the features; `seconds` only of pairs. */
  firsts: ids,
  seconds: ids,
  unknownIdf: z.number(),
  strange: z.number(),
  idf: z.instanceof(Float32Array),
  /** Weights of feature f stand at starts[f] … starts[f + 1], each times `scale`. */
  starts: z.instanceof(Uint32Array),
  classes: ids,
  weights: z.instanceof(Int8Array),
  scale: z.number(),
});
export type PackedLinear = z.infer<typeof packedSchema>;

const calibrationSchema = z.strictObject({
  bias: z.number(),
  score: z.number(),
  lead: z.number(),
  known: z.number(),
});
const thresholdsSchema = z.strictObject({ sure: z.number(), unknown: z.number() });
const decidedSchema = z.strictObject({
  linear: packedSchema,
  calibration: calibrationSchema,
  thresholds: thresholdsSchema,
  /** Share right in cross-validation, for staff and for the evaluation's print. */
  accuracy: z.number(),
});

/** A trained matcher, stored with its release as bytes. Same data, same bytes. */
const modelSchema = z.strictObject({
  format: z.literal(2),
  /** Every word that the rest names, by its id; names of same words with an @ before them. */
  words: z.array(z.string()),
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
  /** How often words and pairs of neighbours stand in the phrases, folded. */
  spelling: z.strictObject({
    words: ids,
    counts: z.instanceof(Uint32Array),
    firsts: ids,
    seconds: ids,
    pairCounts: z.instanceof(Uint32Array),
  }),
  /** How much a folded word tells topics apart, in thousandths. */
  telling: z.strictObject({ words: ids, tells: z.instanceof(Uint16Array) }),
  national: packedNationalSchema,
  places: placesSchema,
  lexicon: lexiconSchema,
});
export type Model = z.infer<typeof modelSchema>;

/** The bytes of a model, some 3 MB: what builds and `release_artifact` hold. */
export const encodeModel = (model: Model): Uint8Array => toBytes(model);

/**
 * Reads what `encodeModel` wrote, some milliseconds; the model's arrays are views of `bytes`, which must not change. Throws
 * MODEL_INVALID where they are not whole or of another format.
 */
export function decodeModel(bytes: Uint8Array): Model {
  try {
    return modelSchema.parse(fromBytes(bytes));
  } catch (error) {
    throw new AppError('MODEL_INVALID', 'these bytes are no model of this version', { cause: error });
  }
}
