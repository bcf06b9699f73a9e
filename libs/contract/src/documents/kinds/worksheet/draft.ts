import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LIMITS } from '../../../limits';
import { LANGUAGES, type Language } from '../../../people/people';
import { ENTRY_ID } from '../../entry-id';
import { IsChoiceNumberOrDay } from './condition-value';
import {
  BLOCK_KINDS,
  COLUMN_SORTS,
  CONDITION_TESTS,
  PROMPT_KINDS,
  ROWS_FOR,
  type BlockKind,
  type ColumnSort,
  type ConditionTest,
  type PromptKind,
  type RowsFor,
} from './content';

export class ChoiceDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  label!: string;

  @ValidateIf((_draft, value) => value !== undefined)
  @IsString()
  @MaxLength(LIMITS.line)
  group?: string;
}

export class ConditionDraft {
  @Matches(ENTRY_ID)
  promptId!: string;

  @IsIn(CONDITION_TESTS)
  test!: ConditionTest;

  @IsChoiceNumberOrDay()
  value!: string | number | null;
}

/** Also what an unknown kind falls into: its one rule names the kinds there are. */
export class BlockDraft {
  @IsIn(BLOCK_KINDS)
  kind!: BlockKind;

  @Matches(ENTRY_ID)
  id!: string;
}

export class SectionDraft extends BlockDraft {
  @IsString()
  @MaxLength(LIMITS.line)
  title!: string;
}

export class GuidanceDraft extends BlockDraft {
  @IsString()
  @MaxLength(LIMITS.paragraph)
  text!: string;
}

export class PromptDraft extends BlockDraft {
  @IsIn(PROMPT_KINDS)
  declare kind: PromptKind;

  @IsString()
  @MaxLength(LIMITS.line)
  question!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  help: string = '';

  @IsBoolean()
  optional: boolean = false;

  @ValidateIf((_draft, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => ConditionDraft)
  onlyIf?: ConditionDraft;

  @ValidateIf((_draft, value) => value !== undefined)
  @Equals(true)
  inShort?: true;
}

export class PlainChoicesDraft extends PromptDraft {
  @IsArray()
  @ArrayMaxSize(LIMITS.choices)
  @ValidateNested({ each: true })
  @Type(() => ChoiceDraft)
  choices!: ChoiceDraft[];
}

export class ChoicePromptDraft extends PlainChoicesDraft {
  @IsBoolean()
  notSure: boolean = false;
}

export class ScaleDraft extends PromptDraft {
  @IsString()
  @MaxLength(LIMITS.line)
  lowLabel!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  highLabel!: string;
}

export class YesNoDraft extends PromptDraft {
  @IsBoolean()
  notSure: boolean = false;
}

export class SupportMenuDraft extends PlainChoicesDraft {
  @IsBoolean()
  asksFromWhom: boolean = false;

  @IsBoolean()
  asksWhen: boolean = false;
}

export class ContactCardDraft extends PromptDraft {
  @IsString()
  @MaxLength(LIMITS.name)
  name: string = '';

  @IsString()
  @MaxLength(LIMITS.contact)
  phone: string = '';

  @IsString()
  @MaxLength(LIMITS.line)
  when: string = '';
}

export class AcknowledgementDraft extends PromptDraft {
  @IsString()
  @MaxLength(LIMITS.paragraph)
  text: string = '';
}

export class TimedStepDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  label!: string;

  @IsInt()
  @Min(1)
  @Max(LIMITS.stepSeconds)
  seconds!: number;
}

export class TimedExerciseDraft extends PromptDraft {
  @IsArray()
  @ArrayMaxSize(LIMITS.timedSteps)
  @ValidateNested({ each: true })
  @Type(() => TimedStepDraft)
  steps!: TimedStepDraft[];

  @IsInt()
  @Min(1)
  @Max(LIMITS.rounds)
  rounds!: number;
}

export class ColumnDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  label!: string;

  @IsIn(COLUMN_SORTS)
  sort!: ColumnSort;

  @IsArray()
  @ArrayMaxSize(LIMITS.choices)
  @ValidateNested({ each: true })
  @Type(() => ChoiceDraft)
  choices!: ChoiceDraft[];
}

export class RepeatingRowDraft extends PromptDraft {
  @IsIn(ROWS_FOR)
  rowsFor!: RowsFor;

  @IsArray()
  @ArrayMaxSize(LIMITS.columns)
  @ValidateNested({ each: true })
  @Type(() => ColumnDraft)
  columns!: ColumnDraft[];
}

export class WorksheetContentDraft {
  @Equals(1)
  format!: 1;

  @IsIn(LANGUAGES)
  language!: Language;

  @IsString()
  @MaxLength(LIMITS.line)
  whyItHelps!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  whenAndWhere!: string;

  @ValidateIf((_draft, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(240)
  minutes!: number | null;

  @IsArray()
  @ArrayMaxSize(LIMITS.blocks)
  @ValidateNested({ each: true })
  @Type(() => BlockDraft, {
    keepDiscriminatorProperty: true,
    discriminator: {
      property: 'kind',
      subTypes: [
        { name: 'section', value: SectionDraft },
        { name: 'guidance', value: GuidanceDraft },
        { name: 'short-answer', value: PromptDraft },
        { name: 'long-answer', value: PromptDraft },
        { name: 'single-choice', value: ChoicePromptDraft },
        { name: 'multiple-choice', value: ChoicePromptDraft },
        { name: 'scale', value: ScaleDraft },
        { name: 'yes-no', value: YesNoDraft },
        { name: 'checklist', value: PlainChoicesDraft },
        { name: 'date', value: PromptDraft },
        { name: 'feelings', value: PlainChoicesDraft },
        { name: 'ranking', value: PlainChoicesDraft },
        { name: 'i-statement', value: PromptDraft },
        { name: 'if-then', value: PromptDraft },
        { name: 'support-menu', value: SupportMenuDraft },
        { name: 'contact-card', value: ContactCardDraft },
        { name: 'acknowledgement', value: AcknowledgementDraft },
        { name: 'timed-exercise', value: TimedExerciseDraft },
        { name: 'repeating-row', value: RepeatingRowDraft },
      ],
    },
  })
  blocks!: BlockDraft[];
}

/** The body of an autosave of a worksheet. A draft may be unfinished; its shape may not be broken. */
export class WorksheetDraft {
  @IsString()
  @Length(0, LIMITS.title)
  title!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => WorksheetContentDraft)
  content!: WorksheetContentDraft;
}
