/** The most the product takes of anything, in characters or entries. Both sides check against these numbers. */
export const LIMITS = {
  name: 120,
  contact: 254,
  /** What stands behind a name that signs, for instance *LCSW*. */
  credentials: 60,
  title: 200,
  password: 200,
  /** The shortest password staff may choose. */
  passwordAtLeast: 15,
  recoveryCodes: 10,
  /** A question, a help sentence, a choice's label. */
  line: 500,
  /** Guidance text, a note, a comment, a summary, feedback. */
  paragraph: 4_000,
  /** One answer written by a family member. */
  answer: 20_000,
  /** The least a reason for emergency access says. */
  reasonAtLeast: 20,
  /** Of what stands before and after marked words; enough to tell one place from another. */
  aroundQuote: 64,
  blocks: 200,
  /** Notes under one signed version. */
  addenda: 50,
  choices: 30,
  /** What a timed exercise may have: steps, seconds of each, rounds. */
  timedSteps: 10,
  stepSeconds: 120,
  rounds: 20,
  /** Of a repeating row: what is asked in each, and how many there may be. */
  columns: 5,
  rows: 12,
  /** Steps, needs, signs, places, roles: what a plan or a script lists. */
  entries: 40,
  /** Ways one turn of a script can go on. */
  branches: 6,
  /** What a template is found by besides its words. */
  tags: 12,
  tag: 40,
  /** Days before its end in which a right is said to run out. */
  rightEndsSoon: 60,
  /** What is typed to find something. */
  search: 200,
  /** What a practice adds to the words of the language coach; every draft is read for each of them. */
  coachWords: 200,
  /** The longest family session, and the longest entry of its agenda. */
  sessionMinutes: 480,
  /** Records that look like one member's, the likeliest first. */
  likelyDuplicates: 20,
  membersPerShare: 50,
  /** How often one share opens in a rhythm; two months of days, more than a year of weeks. */
  roundsPerShare: 60,
  /** Days between the end of one piece of homework and the opening of the next. */
  daysAfter: 90,
  documentsPerConsent: 20,
  /** Other documents that go along with one for review. */
  attachedDocuments: 10,
  pageSize: 100,
  /** Bytes of one request's body. */
  body: 1_048_576,
} as const;
