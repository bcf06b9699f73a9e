import { Query, type PipeTransform } from '@nestjs/common';
import { optionIn } from '@common-ground/api/platform';
import { PAPER_COVERS, PAPER_FORMS, TYPE_SIZES, type PaperWishes } from '@common-ground/contract';

class PaperWishesPipe implements PipeTransform<unknown, PaperWishes> {
  transform(value: unknown): PaperWishes {
    const asked = (value ?? {}) as Readonly<Record<string, unknown>>;
    return {
      type: optionIn(asked, 'type', TYPE_SIZES) ?? 'standard',
      cover: optionIn(asked, 'cover', PAPER_COVERS) ?? 'none',
      form: optionIn(asked, 'form', PAPER_FORMS) ?? 'sheet',
    };
  }
}

/** `type`, `cover` and `form` of the query. */
export const WishesForPaper = (): ParameterDecorator => Query(new PaperWishesPipe());
