import {
  DocumentEntity,
  DraftEntity,
  CoachWordEntity,
  DraftHistoryEntity,
  KeptWordingEntity,
  ReadingEntity,
  AttachedDocumentEntity,
  ReviewCommentEntity,
  ReviewEntity,
  SignatureEntity,
  VerdictEntity,
  AddendumEntity,
  SuggestionAnswerEntity,
  ShareEntity,
  TaskEntity,
  TemplateEntity,
  VersionEntity,
} from '@common-ground/api/documents';
import {
  AnswerEntity,
  AnswerHistoryEntity,
  FeedbackEntity,
  ReminderAskEntity,
  ReminderEntity,
  OfferEntity,
} from '@common-ground/api/homework';
import {
  BlockEntity,
  CaseloadEntity,
  ConsentEntity,
  ConsentRequestEntity,
  FamilyEntity,
  GuardianEntity,
  SupervisionNotebookEntity,
  SupervisionNotebookHistoryEntity,
  InvitationEntity,
  HoldEntity,
  HouseholdEntity,
  MemberEntity,
  NoticeEntity,
  PersonEntity,
  PracticeEntity,
  SafeContactEntity,
} from '@common-ground/api/people';
import { AuditEntity, IdempotencyEntity, MailEntity } from '@common-ground/api/platform';
import { BreakGlassEntity, BreakGlassReasonEntity, ErasureEntity } from '@common-ground/api/records';
import {
  FamilySessionEntity,
  LookBackEntity,
  SessionPadEntity,
  PrivateNoteEntity,
  TakeHomePageEntity,
  SessionReplyEntity,
  SessionRunEntity,
} from '@common-ground/api/sessions';
import { DataSource } from 'typeorm';
import { Tables1764000000000 } from './migrations/1764000000000-tables';
import { OwnWords1764100620000 } from './migrations/1764100620000-own-words';
import { Library1764101700000 } from './migrations/1764101700000-library';
import { ActingRoles1764101410000 } from './migrations/1764101410000-acting-roles';
import { MergedRecords1764101500000 } from './migrations/1764101500000-merged-records';
import { Merging1764101510000 } from './migrations/1764101510000-merging';
import { RecordsOfTheMerged1764101520000 } from './migrations/1764101520000-records-of-the-merged';
import { BreakGlass1764100630000 } from './migrations/1764100630000-break-glass';
import { AsLongForStrangers1764101810000 } from './migrations/1764101810000-as-long-for-strangers';
import { FoundByWords1764102900000 } from './migrations/1764102900000-found-by-words';
import { NewerVersions1764103200000 } from './migrations/1764103200000-newer-versions';
import { LookingBack1764104100000 } from './migrations/1764104100000-looking-back';
import { PlansUnderReview1764104710000 } from './migrations/1764104710000-plans-under-review';
import { StandIns1764104000000 } from './migrations/1764104000000-stand-ins';
import { DecidedForASupervisor1764104010000 } from './migrations/1764104010000-decided-for-a-supervisor';
import { OwnLanguage1764104733000 } from './migrations/1764104733000-own-language';
import { HandedOverOnce1764104732000 } from './migrations/1764104732000-handed-over-once';
import { NotesOnAPiece1764104731000 } from './migrations/1764104731000-notes-on-a-piece';
import { OpenUntil1764104730000 } from './migrations/1764104730000-open-until';
import { VerdictsOfWhoeverStandsIn1764104610000 } from './migrations/1764104610000-verdicts-of-whoever-stands-in';
import { ByTheirOwnClock1764104700000 } from './migrations/1764104700000-by-their-own-clock';
import { WhatEachDoes1764104701000 } from './migrations/1764104701000-what-each-does';
import { QueueFarDown1764104020000 } from './migrations/1764104020000-queue-far-down';
import { PlayedTogether1764103710000 } from './migrations/1764103710000-played-together';
import { TimeToSpeak1764104200000 } from './migrations/1764104200000-time-to-speak';
import { AttachedDocuments1764104720000 } from './migrations/1764104720000-attached-documents';
import { VerdictsForASupervisor1764104721000 } from './migrations/1764104721000-verdicts-for-a-supervisor';
import { StandInsAsTheyWere1764104722000 } from './migrations/1764104722000-stand-ins-as-they-were';
import { UnsentComments1764104723000 } from './migrations/1764104723000-unsent-comments';
import { WhoReadsTheAnswers1764104724000 } from './migrations/1764104724000-who-reads-the-answers';
import { ChangingAShare1764104600000 } from './migrations/1764104600000-changing-a-share';
import { SightRemembered1764103900000 } from './migrations/1764103900000-sight-remembered';
import { Verdicts1764104400000 } from './migrations/1764104400000-verdicts';
import { AudienceChanged1764104410000 } from './migrations/1764104410000-audience-changed';
import { ShownInAnHour1764103700000 } from './migrations/1764103700000-shown-in-an-hour';
import { QueueAtAnyLength1764103400000 } from './migrations/1764103400000-queue-at-any-length';
import { ReviewQueue1764103410000 } from './migrations/1764103410000-review-queue';
import { ReviewTimes1764103420000 } from './migrations/1764103420000-review-times';
import { ReadMarks1764103000000 } from './migrations/1764103000000-read-marks';
import { Threads1764103010000 } from './migrations/1764103010000-threads';
import { Suggestions1764103020000 } from './migrations/1764103020000-suggestions';
import { ReviewMail1764103510000 } from './migrations/1764103510000-review-mail';
import { SupervisionNotebooks1764103540000 } from './migrations/1764103540000-supervision-notebooks';
import { Addenda1764103530000 } from './migrations/1764103530000-addenda';
import { CoSignatures1764103520000 } from './migrations/1764103520000-co-signatures';
import { Signatures1764103500000 } from './migrations/1764103500000-signatures';
import { AtWork1764102850000 } from './migrations/1764102850000-at-work';
import { KeptWordings1764101820000 } from './migrations/1764101820000-kept-wordings';
import { CoachWords1764101830000 } from './migrations/1764101830000-coach-words';
import { FamilySessions1764102300000 } from './migrations/1764102300000-family-sessions';
import { TheClientsHourStays1764102630000 } from './migrations/1764102630000-the-clients-hour-stays';
import { WhoseTurn1764103110000 } from './migrations/1764103110000-whose-turn';
import { PrivateNotes1764103610000 } from './migrations/1764103610000-private-notes';
import { PagesToTakeHome1764103600000 } from './migrations/1764103600000-pages-to-take-home';
import { FollowedHours1764103100000 } from './migrations/1764103100000-followed-hours';
import { OwnReplies1764102620000 } from './migrations/1764102620000-own-replies';
import { HoursByMail1764102610000 } from './migrations/1764102610000-hours-by-mail';
import { AskedToSessions1764102600000 } from './migrations/1764102600000-asked-to-sessions';
import { SessionRuns1764102500000 } from './migrations/1764102500000-session-runs';
import { CastInScripts1764102200000 } from './migrations/1764102200000-cast-in-scripts';
import { WhenAShareOpens1764102400000 } from './migrations/1764102400000-when-a-share-opens';
import { FoundAtOnce1764102410000 } from './migrations/1764102410000-found-at-once';
import { AskedReminders1764104300000 } from './migrations/1764104300000-asked-reminders';
import { Reminders1764102430000 } from './migrations/1764102430000-reminders';
import { SightAskedOnce1764102420000 } from './migrations/1764102420000-sight-asked-once';
import { Offers1764102700000 } from './migrations/1764102700000-offers';
import { NoticeUnderAConsent1764101800000 } from './migrations/1764101800000-notice-under-a-consent';
import { NoticeWithShares1764101195000 } from './migrations/1764101195000-notice-with-shares';
import { StaffAddresses1764101200000 } from './migrations/1764101200000-staff-addresses';
import { Seals1764100610000 } from './migrations/1764100610000-seals';
import { RowSecurity1764000100000 } from './migrations/1764000100000-row-security';
import { RecordsRole1764100600000 } from './migrations/1764100600000-records-role';
import { Guardians1764100200000 } from './migrations/1764100200000-guardians';
import { Invitations1764100400000 } from './migrations/1764100400000-invitations';
import { Mail1764100401000 } from './migrations/1764100401000-mail';
import { GuessingCodes1764100402000 } from './migrations/1764100402000-guessing-codes';
import { AskingForConsent1764100500000 } from './migrations/1764100500000-asking-for-consent';
import { PracticeSettings1764100300000 } from './migrations/1764100300000-practice-settings';
import { KeepingApart1764100210000 } from './migrations/1764100210000-keeping-apart';
import { DetailsAndCaseloads1764100220000 } from './migrations/1764100220000-details-and-caseloads';
import { SigningInTables1764100100000 } from './migrations/1764100100000-signing-in-tables';
import { SigningIn1764100110000 } from './migrations/1764100110000-signing-in';
import { OwnWaysIn1764100120000 } from './migrations/1764100120000-own-ways-in';
import { Staff1764100310000 } from './migrations/1764100310000-staff';
import { MailHours1764104810000 } from './migrations/1764104810000-mail-hours';
import { MailStillSafe1764104811000 } from './migrations/1764104811000-mail-still-safe';
import { BeginsWhenSent1764104812000 } from './migrations/1764104812000-begins-when-sent';
import { HoursOfAnAddress1764104813000 } from './migrations/1764104813000-hours-of-an-address';
import { ReturnedMail1764104905000 } from './migrations/1764104905000-returned-mail';
import { RemindedAlone1764104906000 } from './migrations/1764104906000-reminded-alone';
import { WhoseAddress1764104907000 } from './migrations/1764104907000-whose-address';
import { KeptSight1764105000000 } from './migrations/1764105000000-kept-sight';
import { WhoAsksInLine1764105001000 } from './migrations/1764105001000-who-asks-in-line';
import { PlannedOnce1764105002000 } from './migrations/1764105002000-planned-once';
import { OneDocumentAtATime1764105100000 } from './migrations/1764105100000-one-document-at-a-time';
import { JudgedOneByOne1764105110000 } from './migrations/1764105110000-judged-one-by-one';
import { CameBackLately1764105120000 } from './migrations/1764105120000-came-back-lately';
import { WhoAsksInFewWords1764105200000 } from './migrations/1764105200000-who-asks-in-few-words';
import { WhatIsAskedInTurn1764105300000 } from './migrations/1764105300000-what-is-asked-in-turn';
import { EndedIsNotAhead1764105301000 } from './migrations/1764105301000-ended-is-not-ahead';
import { AVersionKnowsItsKind1764105310000 } from './migrations/1764105310000-a-version-knows-its-kind';
import { WhoReadsReplies1764105311000 } from './migrations/1764105311000-who-reads-replies';
import { NamesOfOnesOwnFamilies1764105312000 } from './migrations/1764105312000-names-of-ones-own-families';
import { TagsOfTemplates1764105400000 } from './migrations/1764105400000-tags-of-templates';
import { UnderWayInOrder1764105401000 } from './migrations/1764105401000-under-way-in-order';
import { PairsRemembered1764105402000 } from './migrations/1764105402000-pairs-remembered';
import { WhatReachesInOneLook1764104740000 } from './migrations/1764104740000-what-reaches-in-one-look';
import { ReachingInSmallSteps1764104800000 } from './migrations/1764104800000-reaching-in-small-steps';
import { FoundWithTheWork1764104801000 } from './migrations/1764104801000-found-with-the-work';
import { WhoByTheSessionAlone1764104802000 } from './migrations/1764104802000-who-by-the-session-alone';
import { EndedForTheRecords1764101300000 } from './migrations/1764101300000-ended-for-the-records';

/** Handed on to the few places of the composition root that hold the connection itself. */
export { DataSource, type EntityManager } from 'typeorm';

/** The database as the whole program knows it. The schema comes from the migrations and from nowhere else. */
export function dataSource(url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    // Sooner than a browser gives up waiting.
    connectTimeoutMS: 15_000,
    synchronize: false,
    migrationsTableName: 'migration',
    applicationName: 'common-ground',
    entities: [
      BreakGlassEntity,
      BreakGlassReasonEntity,
      ErasureEntity,
      AuditEntity,
      MailEntity,
      PracticeEntity,
      NoticeEntity,
      PersonEntity,
      FamilyEntity,
      CaseloadEntity,
      MemberEntity,
      SupervisionNotebookEntity,
      SupervisionNotebookHistoryEntity,
      GuardianEntity,
      InvitationEntity,
      BlockEntity,
      HoldEntity,
      HouseholdEntity,
      SafeContactEntity,
      ConsentEntity,
      ConsentRequestEntity,
      DocumentEntity,
      DraftEntity,
      DraftHistoryEntity,
      KeptWordingEntity,
      ReadingEntity,
      CoachWordEntity,
      VersionEntity,
      ReviewEntity,
      ReviewCommentEntity,
      SignatureEntity,
      VerdictEntity,
      AddendumEntity,
      AttachedDocumentEntity,
      SuggestionAnswerEntity,
      ShareEntity,
      TaskEntity,
      TemplateEntity,
      AnswerEntity,
      AnswerHistoryEntity,
      IdempotencyEntity,
      ReminderEntity,
      ReminderAskEntity,
      FeedbackEntity,
      OfferEntity,
      FamilySessionEntity,
      SessionReplyEntity,
      SessionRunEntity,
      SessionPadEntity,
      TakeHomePageEntity,
      PrivateNoteEntity,
      LookBackEntity,
    ],
    migrations: [
      Tables1764000000000,
      OwnWords1764100620000,
      BreakGlass1764100630000,
      EndedForTheRecords1764101300000,
      ActingRoles1764101410000,
      MergedRecords1764101500000,
      Merging1764101510000,
      RecordsOfTheMerged1764101520000,
      Library1764101700000,
      NoticeWithShares1764101195000,
      NoticeUnderAConsent1764101800000,
      CoachWords1764101830000,
      FamilySessions1764102300000,
      AskedToSessions1764102600000,
      HoursByMail1764102610000,
      SessionRuns1764102500000,
      OwnReplies1764102620000,
      TheClientsHourStays1764102630000,
      FollowedHours1764103100000,
      WhoseTurn1764103110000,
      PagesToTakeHome1764103600000,
      PrivateNotes1764103610000,
      CastInScripts1764102200000,
      WhenAShareOpens1764102400000,
      FoundAtOnce1764102410000,
      SightAskedOnce1764102420000,
      Reminders1764102430000,
      AskedReminders1764104300000,
      AtWork1764102850000,
      FoundByWords1764102900000,
      NewerVersions1764103200000,
      ShownInAnHour1764103700000,
      QueueAtAnyLength1764103400000,
      ReviewQueue1764103410000,
      VerdictsOfWhoeverStandsIn1764104610000,
      ByTheirOwnClock1764104700000,
      WhatEachDoes1764104701000,
      QueueFarDown1764104020000,
      DecidedForASupervisor1764104010000,
      StandIns1764104000000,
      PlayedTogether1764103710000,
      LookingBack1764104100000,
      AttachedDocuments1764104720000,
      VerdictsForASupervisor1764104721000,
      StandInsAsTheyWere1764104722000,
      UnsentComments1764104723000,
      WhoReadsTheAnswers1764104724000,
      ChangingAShare1764104600000,
      OpenUntil1764104730000,
      NotesOnAPiece1764104731000,
      HandedOverOnce1764104732000,
      OwnLanguage1764104733000,
      SightRemembered1764103900000,
      Verdicts1764104400000,
      AudienceChanged1764104410000,
      ReviewTimes1764103420000,
      ReadMarks1764103000000,
      Threads1764103010000,
      Suggestions1764103020000,
      Signatures1764103500000,
      ReviewMail1764103510000,
      CoSignatures1764103520000,
      Addenda1764103530000,
      SupervisionNotebooks1764103540000,
      Offers1764102700000,
      KeptWordings1764101820000,
      AsLongForStrangers1764101810000,
      StaffAddresses1764101200000,
      Seals1764100610000,
      RowSecurity1764000100000,
      Guardians1764100200000,
      RecordsRole1764100600000,
      Invitations1764100400000,
      AskingForConsent1764100500000,
      PracticeSettings1764100300000,
      KeepingApart1764100210000,
      DetailsAndCaseloads1764100220000,
      Mail1764100401000,
      GuessingCodes1764100402000,
      SigningInTables1764100100000,
      SigningIn1764100110000,
      OwnWaysIn1764100120000,
      Staff1764100310000,
      TimeToSpeak1764104200000,
      PlansUnderReview1764104710000,
      WhatReachesInOneLook1764104740000,
      ReachingInSmallSteps1764104800000,
      FoundWithTheWork1764104801000,
      WhoByTheSessionAlone1764104802000,
      MailHours1764104810000,
      MailStillSafe1764104811000,
      BeginsWhenSent1764104812000,
      HoursOfAnAddress1764104813000,
      ReturnedMail1764104905000,
      RemindedAlone1764104906000,
      WhoseAddress1764104907000,
      KeptSight1764105000000,
      WhoAsksInLine1764105001000,
      PlannedOnce1764105002000,
      OneDocumentAtATime1764105100000,
      JudgedOneByOne1764105110000,
      CameBackLately1764105120000,
      WhoAsksInFewWords1764105200000,
      WhatIsAskedInTurn1764105300000,
      EndedIsNotAhead1764105301000,
      AVersionKnowsItsKind1764105310000,
      WhoReadsReplies1764105311000,
      NamesOfOnesOwnFamilies1764105312000,
      TagsOfTemplates1764105400000,
      UnderWayInOrder1764105401000,
      PairsRemembered1764105402000,
    ],
  });
}
