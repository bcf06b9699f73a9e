export { AnswerEntity, AnswerHistoryEntity, FeedbackEntity } from './answering/answer.entity';
export { AnsweringService } from './answering/answering.service';
export { HomeworkModule } from './homework.module';
export { RevealRepository, type FamilyPieces, type NewestRow } from './reveals/reveal.repository';
export { OfferEntity } from './reveals/offer.entity';
export { ResponsesService } from './responses/responses.service';
export { ReminderAskEntity } from './reminding/reminder-ask.entity';
export { ReminderEntity } from './reminding/reminder.entity';
export { ReminderRound } from './reminding/reminder-round';
