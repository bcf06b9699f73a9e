/**
 * Every act the door knows, and in one sentence who may do it. Each handler of the API names one of these;
 * `docs/access.md` is printed from this table.
 */
export const ACTIONS = {
  'families.list': 'Therapists see the families on their caseload; a client sees their own.',
  'families.open': 'A therapist opens a family and leads it from then on.',
  'families.read': 'Therapists on the caseload, and the client. Other members see only their own tasks.',
  'members.list': 'Therapists on the caseload, and the client.',
  'members.add': 'Therapists on the caseload.',
  'members.change': 'Therapists on the caseload confirm, pause and remove people.',
  'members.edit': 'Therapists on the caseload.',
  'members.known': 'Therapists on the caseload, about people of their own other families.',
  'members.find-twice': 'Therapists on the caseload, among the people of their own families.',
  'members.merge':
    'A therapist whose caseload holds every family in which either record has a place; never a record of somebody who works or worked here.',
  'families.leave': 'Each member for themself. The client ends it together with the therapist.',
  'households.list': 'Therapists on the caseload.',
  'households.change': 'Therapists on the caseload.',
  'therapists.list': 'Therapists on the caseload.',
  'therapists.add': 'The therapist who leads the family.',
  'therapists.hand-over': 'The therapist who leads the family, to another on its caseload.',
  'therapists.end':
    'Each therapist for themself, and the one who leads for others; whoever leads hands over first.',
  'guardians.list': 'Therapists on the caseload.',
  'guardians.record':
    'Therapists on the caseload record whose word counts for whom, and from when until when.',
  'guardians.end': 'Therapists on the caseload.',
  'invitations.list': 'Therapists on the caseload.',
  'invitations.make':
    'Therapists on the caseload, for anybody who is still part; somebody confirmed gets a new code and PIN by it.',
  'invitations.withdraw': 'Therapists on the caseload.',
  'consents.list': 'Therapists on the caseload, the client, and a guardian who speaks for the client today.',
  'consents.give': 'The client, and a guardian who speaks for the client today.',
  'consents.revoke':
    'The client, whoever gave it as the client, and a guardian who speaks for the client today.',
  'consent-requests.ask': 'Therapists on the caseload.',
  'consent-requests.list':
    'Therapists on the caseload, the client, and a guardian who speaks for the client today.',
  'consent-requests.mine': 'Each person those they may decide today.',
  'consent-requests.read':
    'Therapists on the caseload, the client, and a guardian who speaks for the client today.',
  'consent-requests.decide': 'The client, and a guardian who speaks for the client today.',
  'consent-requests.withdraw': 'Therapists on the caseload.',
  'families.mark-part-2': 'Therapists on the caseload.',
  'practice.read': 'Practice admins. Settings only, no clinical content.',
  'practice.change': 'Practice admins, over the revision they read.',
  'coach-words.list': 'Practice admins. Therapists meet the words in what the coach says.',
  'coach-words.change': 'Practice admins.',
  'notices.list': 'Practice admins, with the versions of the past. Families are shown those in force.',
  'notices.write': 'Practice admins. A notice is never edited; a newer one takes its place.',
  'blocks.list': 'Therapists on the caseload. Nobody else can tell whether there is one.',
  'blocks.set': 'Therapists on the caseload.',
  'blocks.lift': 'Therapists on the caseload.',
  'holds.list': 'Therapists on the caseload. Nobody else can tell whether there is one.',
  'holds.set': 'Therapists on the caseload.',
  'holds.lift': 'Therapists on the caseload.',
  'staff.list': 'Practice admins. No clinical content.',
  'access-links.make': 'Practice admins, for the staff of their practice.',
  'staff.add': 'Practice admins.',
  'staff.change': 'Practice admins, of anybody who works here or did.',
  'staff.change-email': 'Practice admins, of anybody who works here or did.',
  'staff.give-role': 'Practice admins, to others and never to themselves.',
  'staff.end-role': 'Practice admins. The last of them cannot be ended.',
  'staff.deactivate':
    'Practice admins, once the caseload is handed over and nobody is supervised. The last admin stays.',
  'supervisions.list': 'Practice admins.',
  'supervisions.add': 'Practice admins; none of them makes themselves anybody’s supervisor.',
  'supervisions.end': 'Practice admins.',
  'stand-ins.list': 'Supervisors: who stands in for them, and for whom they do.',
  'stand-ins.name':
    'Supervisors, for themselves, to another supervisor of the practice; it is never passed on.',
  'stand-ins.change': 'The supervisor who is away, until it is over.',
  'today.read': 'Therapists and supervisors, each about their own work.',
  'templates.list': 'Staff: what comes with the product, what the practice keeps, and each their own.',
  'templates.read': 'Staff, as in the list: somebody’s own is for nobody else.',
  'templates.keep': 'Therapists, from a document they lead.',
  'templates.change': 'Whoever keeps it, while they are a therapist.',
  'templates.take-back': 'Whoever keeps it; a practice admin those of the practice.',
  'templates.copy': 'Therapists; for a family only when it is on their caseload.',
  'documents.list': 'Each reader sees the documents they may read, and of those the text meant for them.',
  'documents.write': 'Therapists; for a family only when it is on their caseload.',
  'documents.read':
    'Therapists on the caseload read the draft; a supervisor the version submitted to them or to whom they stand in for today; a member the version shared with them while consent holds.',
  'documents.edit': 'Therapists on the caseload, or the author of a document without a family.',
  'documents.compare': 'Those who may edit it see its versions and what changed between them.',
  'documents.add-addendum':
    'Therapists who lead it, and supervisors it was submitted to; to a version that was signed. No family reads it.',
  'documents.submit': 'Those who may edit it, to a supervisor in force for its author.',
  'documents.attach':
    'Therapists who lead the document, other documents that they began for the same family; no answers and no notes.',
  'documents.reopen': 'Those who may edit it.',
  'documents.print': 'Whoever may read it, and only the text they may read.',
  'reviews.list':
    'Supervisors see what was submitted to them or to whom they stand in for today, therapists what they submitted.',
  'reviews.times': 'Practice admins: numbers and colleagues by name, nothing of any document or family.',
  'reviews.read':
    'The supervisor it was submitted to, whoever stands in for them today, and those who lead the document.',
  'reviews.read-attached':
    'Whoever may read the review, in the words sent along with it; what was taken off those alone who lead the document.',
  'reviews.take-off': 'Those who lead the document, until there is a verdict.',
  'reviews.comment': 'The same people; a comment stays unseen by the others until it is sent.',
  'reviews.resolve': 'Whoever began the thread, once it is sent.',
  'reviews.answer-suggestion': 'Those who lead the document, once the suggestion is sent.',
  'reviews.mark-read':
    'The supervisor it was submitted to and whoever stands in, each for themself; nobody else learns what they have read.',
  'reviews.decide':
    'The supervisor it was submitted to, or whoever stands in for them today. Nobody judges their own document, and two signatures are those of two people.',
  'unsent-comments.list': 'Staff, each what they wrote themselves and can send no more.',
  'unsent-comments.discard': 'Staff, each their own.',
  'shares.list': 'Those who lead the document.',
  'shares.preview': 'Those who lead the document.',
  'shares.share':
    'Those who lead the document, to confirmed members whom a consent in force covers and no block or hold keeps out.',
  'shares.change': 'Those who lead the document.',
  'shares.revoke': 'Those who lead the document.',
  'shares.stop': 'Those who lead the document.',
  'shares.replace':
    'Those who lead the document, for those who have not begun and to whom it may be given today.',
  'homework.list': 'Each person their own.',
  'homework.read': 'The person it was given to, while the share and the consent behind it hold.',
  'homework.answer': 'The person it was given to.',
  'homework.send': 'The person it was given to.',
  'reminders.read': 'Each person their own.',
  'reminders.choose': 'Each person for themself.',
  'reminders.see-who':
    'Those who lead the document: who of a share would be reminded, and who would not and why, without what anybody else keeps to themself.',
  'reminders.ask':
    'Those who lead the document, for members whose homework waits and who agreed to be reminded when their therapist asks.',
  'notebooks.read': 'The supervisor and the therapist of a pair, and nobody else, also when it has ended.',
  'notebooks.write': 'The same two, while a supervision between them is in force.',
  'own-language.choose': 'Each person for themself.',
  'review-mail.read': 'Therapists and supervisors, each their own choice.',
  'review-mail.choose': 'Therapists and supervisors, each for themself.',
  'homework.print':
    'The person it was given to, with their own answers; a therapist on the caseload, with the answers sent to them.',
  'responses.read': 'Therapists on the caseload, once the homework is sent, without answers kept for later.',
  'offers.list': 'The person it was given to: their own answers, and to whom each is offered.',
  'offers.make':
    'Whoever wrote the answer and sent it for the family, to others who got the same piece and from whom nothing keeps them apart.',
  'offers.close': 'Whoever wrote the answer, until an hour has shown it.',
  'opened.read':
    'Whoever it is offered to, once they have sent theirs and each of those it is offered to offers theirs in return, or its author opened it alone.',
  'feedback.give': 'A therapist who may read the answer.',
  'sessions.list': 'Therapists on the caseload.',
  'sessions.plan': 'Therapists on the caseload.',
  'sessions.read': 'Therapists on the caseload. Nobody else of the family reads a plan.',
  'sessions.change':
    'Therapists on the caseload; they ask only confirmed members who are neither held nor kept apart from others who come.',
  'sessions.read-review': 'Therapists on the caseload: how the plan of an hour stands with its supervisor.',
  'sessions.submit':
    'Therapists on the caseload send the plan of an hour, as it stands before them, to a supervisor of theirs who wrote nothing in it.',
  'sessions.take-back': 'Therapists on the caseload, while the plan waits to be judged.',
  'sessions.call-off': 'Therapists on the caseload.',
  'sessions.ask':
    'Therapists on the caseload ask confirmed members who are neither held nor kept apart from others who come, and take it back.',
  'sessions.read-replies': 'Therapists on the caseload. No member learns who else is asked.',
  'sessions.calendar':
    'Therapists on the caseload, and each member who is asked, while nothing keeps them from coming.',
  'sessions.mine': 'Each person the hours they are asked to, while nothing keeps them from coming.',
  'sessions.reply': 'The person who is asked, until the hour is over.',
  'sessions.follow':
    'Each person who is asked, while nothing keeps them from coming and they did not say that they cannot: what people are at, and nothing that is written down.',
  'sessions.look-on':
    'Therapists on the caseload. Nobody else of the family sees the agenda of an hour or who leads it.',
  'sessions.lead': 'Therapists on the caseload, whoever of them began the hour.',
  'sessions.show':
    'Therapists on the caseload, while the hour runs: what those in it opened to each other and let stand on the screen.',
  'sessions.read-shown': 'Therapists on the caseload, while it may be shown.',
  'sessions.read-pad': 'Therapists on the caseload.',
  'sessions.write-down':
    'Therapists on the caseload, once the hour has begun; an action is agreed on only when nothing is open about it.',
  'sessions.read-pages': 'Therapists on the caseload: who takes what home from an hour.',
  'sessions.give-page':
    'Therapists on the caseload, once the hour has ended, to those who were asked, whom nothing keeps from coming and whom a consent to plans in force covers; they take it back, too.',
  'sessions.take-home':
    'The person it was given to, on the screen and on paper, while they could come and the consent behind it holds.',
  'sessions.read-due':
    'Therapists on the caseload: what earlier hours agreed on and went nowhere, and how many answers came since. No word of an answer.',
  'sessions.read-involvement': 'Therapists on the caseload, once the hour has ended.',
  'sessions.record-involvement':
    'Therapists on the caseload, once the hour has ended: who was there, how long, what was reached and agreed. No note, no answer and nothing of what people said about it.',
  'sessions.look-back':
    'The person who was asked, once the hour has ended and for two weeks from then, while nothing keeps them from coming. Nobody else reads it before it is sent.',
  'sessions.read-look-backs':
    'Therapists on the caseload, what was sent. No member, supervisor or admin, and in no emergency.',
  'sessions.read-note':
    'The therapist who wrote it, while the family is on their caseload. Nobody else, in no emergency either; it is in no search and no export.',
  'sessions.write-note': 'Therapists on the caseload, each their own.',
  'sessions.read-actions': 'Therapists on the caseload: what was agreed on, and what became of it.',
  'sessions.carry-actions':
    'Therapists on the caseload, once the hour has ended, into drafts of that family; what is approved or shared becomes a draft again first.',
  'own-words.export': 'Everybody what they wrote themselves, and what was said to them about it.',
  'own-words.ask-erasure': 'Whoever wrote the answers.',
  'own-words.list-erasures': 'Therapists, of the families on their caseload.',
  'own-words.erase': 'Therapists on the caseload, for a request that waits.',
  'disclosures.list': 'Therapists on the caseload, and the client.',
  'break-glass.open':
    'Any therapist or supervisor of the practice, for a client they know by name, with a reason, for an hour.',
  'break-glass.list':
    'Whoever opened it, the family’s therapists, supervisors and practice admins; the reason is not for admins.',
  'break-glass.read':
    'Whoever opened it, while the hour lasts: what was shared by then, never drafts, answers or reviews.',
  'break-glass.end': 'Whoever opened it, before the hour is over.',
  'break-glass.review': 'A supervisor or a practice admin who did not open it.',
  'records.read': 'Practice admins. No clinical content.',
} as const;

export type Action = keyof typeof ACTIONS;
