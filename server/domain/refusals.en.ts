/** What a reader is told when something is refused, by the id that the refusal carries, in English (ICU). */
export const refusalWords = {
  'facility.none': 'There is no such facility',
  'region.none': 'There is no such region',
  'two.same': 'Both indicators are {text}: choose another one to hold it against',
  'capacity.none': 'Occupancy is not counted by {text}: choose certified, before or same-space',
  'equity.none':
    'Groups of people cannot be held against each other by {text}: it is no share or rate that is broken down by them',
  'peers.none': 'There is no such group of facilities: {text}. The page Compare offers those that there are',
  'compare.not-standardised':
    'No comparison can allow for {text}: write sex, age_group, legal_status or nationality_group',
  'indicator.none': 'There is no such indicator',
  'threshold.none': 'There is no such threshold that runs, or it begins later than the day that was named',
  'threshold.level':
    'A country sets the levels within, warning, serious and critical for itself. What breaks a rule is not moved by anybody',
  'threshold.source':
    'Say whose the threshold is: national-law, local-default, or a regional or national standard of the catalogue. A text of the United Nations cannot be its source',
  'threshold.bounds': 'Give one bound or two, as numbers: above or at least, below or at most',
  'threshold.signed': 'A threshold names what it rests on, who signs it, and for which body',
  'threshold.until': 'A threshold ends after the day on which it begins',
  'threshold.hard-limit':
    'This would call a breach of a rule of the United Nations something less. No law of a country moves a hard limit: set a stricter line, one that ends where the breach begins',
  'threshold.overlap':
    'A threshold of the same place and level is in force from {from}. A new one begins later; if that one was a mistake, withdraw it first',
  'threshold.why': 'Say who takes the threshold back, and why',
  'threshold.place': 'Name a facility or a region, not both; the whole country is meant where neither is named',
  'threshold.usage':
    'Say what to do: thresholds list, thresholds set INDICATOR …, thresholds end ID --on DAY --by NAME, or thresholds withdraw ID --because REASON --by NAME',
  'coverage.none': 'Nothing is declared here that still stands. See: npm run daylight -- coverage list FACILITY',
  'coverage.signed': 'Say who takes the coverage back, and why: --by NAME --because REASON',
  'coverage.record': 'There is no type of record called {record}. See: npm run daylight -- coverage list FACILITY',
  'coverage.import': 'An import is named by its id, as coverage list prints it',
  'coverage.usage':
    'Say what to do: coverage list [FACILITY], or coverage withdraw FACILITY [--record TYPE] [--import ID] --because REASON --by NAME',
  'verify.waiting':
    'The figures of {count, plural, =0 {regions and the country are} one {a facility are} other {# facilities are}} still to be made. Wait until they are, or run: npm run daylight -- recompute --rest',
  'verify.moving': 'Imports changed figures all the while. Nothing can be compared until they rest: run it again then',
  'event.none': 'There is no such event, or another office wrote it down',
  'event.not-yours': 'What happened at this place is written down by whoever is in charge of it',
  'event.future': 'That day has not come yet: an event is written down once it has happened',
  'event.no-source': 'Name the law, order or certificate in which it can be looked up',
  'view.none': 'There is no such view among yours',
  'view.page':
    'This page cannot be kept: a view is a page of figures, facilities or rules with its filters. Open one and keep it from there',
  'view.name': 'Give the view a name of up to {most, number} characters',
  'view.twice': 'You keep another view by the name {name}: give this one another name',
  'view.most': 'You keep {most, number} views, and there can be no more: take one away first',
  'chart.none': 'There is no such chart here: {text}',
  'rule.none': 'There is no such rule',
  'import.none': 'There is no such import',
  'import.demonstration':
    'This installation is a demonstration and takes no files. Make a real one in a directory of its own: DATA_DIR=… npm start -- --empty',
  'import.bad-addition': 'Addition {number, number} of the mapping cannot be used (column {column}): {reason}',
  'import.too-many-conflicts':
    'At least {count, number} facilities and months stand twice in the file with different figures. Nothing was taken in',
  'import.no-record-key': 'Keys of persons are to be hashed, and the secret key of the installation was not given',
  'month.malformed': '{text} is no month: write it as 2020-02',
  'day.malformed': '{text} is no day: write it as 2020-02-29',
  'month.not-begun': '{text} has not begun yet',
  'month.range': 'The months do not make a period: the last lies before the first, or too many lie between them',
  'month.step': 'The state of this month does not allow that',
  'installation.none': 'This installation has not been set up yet: start it once with npm start',
  'installation.otherKind':
    'This data directory holds {kind, select, demonstration {a demonstration} other {a real installation}}, and the two never mix. Name another one: DATA_DIR=… npm start',
  'installation.demonstration-accounts':
    'This is a real installation, and its database holds {count, plural, one {an account} other {# accounts}} of a demonstration, which everybody may enter. It does not start with them: restore a backup of its own, or begin anew',
  'error.too-often':
    'You have asked too often. Wait {seconds, plural, one {# second} other {# seconds}}, then try again: nothing was changed',
  'body.administered':
    'That body has an administrator already, who invites all others. Ask them, or have them reset their password',
  'users.usage':
    'Say what to do: users bootstrap --body BODY --email ADDRESS [--name NAME], users list [--body BODY], or users restore --body BODY --because REASON',
  'restore.nobody': 'That body has no administrator whose role runs: let the first one in with users bootstrap',
  'restore.another':
    'That body has another administrator, who takes lost second factors away on the page of the person',
  'session.none': 'Sign in first: nothing is shown to anybody who has not',
  'body.none': 'There is no such body: administration, inspectorate, npm or installation',
  'audit.head-malformed': 'The file is no head of an audit chain',
  'audit.head-forged': 'The signature of the head was not made by a key of this installation',
  'retention.usage':
    'Say what to do: retention --dry-run, or retention --apply TOKEN with the token that the dry run gave',
  'retention.pending':
    'The figures of an import are still to be made. Wait until they are, or run: npm run daylight -- recompute',
  'retention.changed':
    'What has passed its term is no longer what was proposed: nothing more was deleted. Look at what would go now, and decide again',
  'retention.term':
    'A term is a whole number of months from 1 to 240, and another one than 24 names the law that says so',
  'audit.usage':
    'Say what to do: audit verify, audit head --body BODY, audit drop --body BODY --before DAY, or audit rotate-key --body BODY',
  'audit.drop-young':
    'Entries of the audit are kept for {months, number} months at least. Name an earlier day: nothing was dropped',
  'audit.drop-broken':
    'The chain of {body} does not hold, and what shows it must not go: nothing was dropped. See audit verify',
  'audit.no-head': 'Nothing was written down in this body yet, so there is no head',
  'key.surrogates':
    'The key for surrogates of persons cannot be changed: it is what makes the same person the same in every file, and the keys that it hid are kept nowhere, so nothing could be hidden anew. If it was disclosed, make a new installation and take the files of the country in again',
  'key.in-environment':
    'The key comes from the environment and is no other than before. Put a new one into {variable} (openssl rand -base64 32){hasBefore, select, yes { and the one of now into {variable}_BEFORE} other {}}, and start the server: it carries everything over by itself',
  'key.lost.second-factors':
    'Second factors stand under another key than the one that is here. Bring that key back: the file second-factors of the directory of keys, or KEY_SECOND_FACTORS, or beside a new one KEY_SECOND_FACTORS_BEFORE. If it is gone for good: npm run daylight -- keys rotate second-factors --lost, after which everybody sets up another second factor',
  'key.lost.surrogates':
    'The records of persons were taken in under another key than the one that is here: the same person would become two. Bring that key back: the file surrogates of the directory of keys, or KEY_SURROGATES',
  'keys.usage':
    'Say what to do: keys list, or keys rotate PURPOSE with sign-in, second-factors, traces or audit-BODY; --lost goes with second-factors alone',
  'key.open': 'Others may read the key {file}. Make it yours alone: chmod 600',
  'person.none': 'There is no such person',
  'person.self': 'Nobody ends themselves: ask another administrator',
  'person.ended': 'This person has left already',
  'session.ended': 'There is no such session, or it has ended',
  'assignment.until': 'The day on which the role is to end has passed',
  'assignment.none': 'There is no such role of a person, or it has ended',
  'assignment.self': 'Nobody gives a role to themselves: ask another administrator',
  'assignment.other-body': 'That role belongs to another body, and this person cannot hold it',
  'assignment.place': 'That role is not held at such a place, or there is no such place',
  'assignment.no-team': 'A role in the team of an inspection is given with the inspection, and there is none yet',
  'assignment.running': 'The person holds that role at that place already',
  'assignment.both-duties': 'An administrator and an auditor cannot be one person: end the other role first',
  'assignment.last-administrator': 'That is the last administrator: give the role to somebody else first',
  'invitation.none': 'This invitation cannot be used: it was taken up, revoked, replaced by a newer one, or is too old',
  'invitation.name': 'A name has 1 to 100 characters and no line breaks',
  'invitation.email': 'That is no e-mail address',
  'invitation.running': 'Somebody has invited that address at the same moment: look at the list again',
  'invitation.has-account':
    'This address has an account already: sign in with it, or ask for an invitation to another address',
  'reset.none': 'This way to a new password cannot be used: it was used, replaced by a newer one, or is too old',
  'sign-in.wrong': 'Address and password do not belong together',
  'sign-in.too-often': 'Tried too often. Wait {minutes, plural, one {# minute} other {# minutes}} and try again',
  'second-factor.unreadable':
    'Your second factor cannot be read at the moment. Use a recovery code, or tell whoever runs this installation',
  'second-factor.over': 'That took too long: begin again with your password',
  'second-factor.wrong-code':
    'That code is wrong or was used before. Wait for the next one, and see that the clock of your device is right',
  'second-factor.wrong-recovery-code': 'That is none of your recovery codes, or it was used before',
  'second-factor.self': 'Nobody takes their own second factor away like this: ask another administrator',
  'second-factor.reason': 'Say why, in ten characters or more: it is written down in the audit',
  'second-factor.nothing-to-reset': 'This person has no second factor: there is nothing to take away',
  'second-factor.reset-too-often':
    'The administrators of your body have taken {mostResets, number} second factors away within an hour. Wait, and see whether somebody is misusing this',
  'second-factor.passkey': 'You have a passkey. Show it: a password alone adds no other proof to an account',
  'second-factor.none': 'There is no second factor yet',
  'password.too-short': 'A password has at least 12 characters',
  'password.too-long': 'A password has at most 256 characters',
  'password.control': 'A password holds no line breaks and nothing else that cannot be seen',
  'password.common': 'That password is among the first that are tried: common words, rows of keys, one thing repeated',
  'password.about-you': 'That password is made of your name or your address',
  'password.differs': 'The two passwords are not the same',
  'password.wrong': 'That is not your password',
  'passkey.not-shown': 'No passkey was shown: your device has none of this place, or you have said no',
  'single-sign-on.away': 'The single sign-on cannot be reached: try again later, or use your password',
  'single-sign-on.refused':
    'The single sign-on did not let you in: your address was not invited, or its provider has not verified it',
  'passkey.wrong': 'That passkey opens nothing here: use another one, or your password',
  'passkey.not-made': 'The passkey was not made: try again',
  'passkey.not-fresh': 'You signed in too long ago to add a passkey: sign out, and in again',
  'passkey.none': 'There is no such passkey',
  'passkey.name': 'A name has 1 to 60 characters and no line breaks',
  'session.not-there': 'There is no such session, or it has ended',
  'database.inUse':
    'The data directory is in use by another process{process, select, 0 {} other { (number {process})}}. Stop that one, or name another directory: DATA_DIR=… npm start',
  'database.loginTooPowerful':
    "The login {login} of DATABASE_URL may read and change everything. Give the application a login of its own without such powers, and the owner''s login in DATABASE_ADMIN_URL",
  'database.notMigrated':
    "The tables are not those of this version. Give the owner''s login in DATABASE_ADMIN_URL, so that they can be brought up to date",
} as const

export type RefusalId = keyof typeof refusalWords
