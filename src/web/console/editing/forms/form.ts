import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Json } from '#root/json.ts';
import type { Path } from '../doc/path.ts';

/** One part of a form, opened alone: what is in it is named, so that faults are counted where they are. */
export interface FormSection {
  readonly id: string;
  readonly title: string;
  /** Places that stand in it; a fault that stands nowhere is shown above the form. */
  readonly paths: readonly Path[];
  readonly Content: () => ReactNode;
}

/** How one kind of entry is written. */
export interface KindForm {
  readonly schema: z.ZodType;
  readonly sections: readonly FormSection[];
  /** What a new one begins with. Absent: none can be added. */
  readonly fresh?: (id: string, name: string, today: string) => Json;
}
