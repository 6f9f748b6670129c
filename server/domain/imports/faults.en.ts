/** Why a mapping, a file or a row of it is refused and how to mend it, in English (ICU). */
export const faultWords = {
  // Mappings
  'mapping.snapshot-stay': 'A snapshot needs one entry of the record stay: who is held, and since when',
  'mapping.made-by-snapshot':
    'A snapshot makes {field} by itself, from the days on which somebody is in the files; leave it out',
  'mapping.not-json': 'The mapping is not JSON: {detail}',
  'mapping.unknown-word':
    "''{word}'' is not a word of the mapping here.{nearest, select, none {} other { Did you mean ''{nearest}''?}} Allowed: {allowed}",
  'mapping.wrong': '{detail}',
  'mapping.unknown-measure':
    "There is no measure ''{measure}''.{nearest, select, none {} other { Did you mean ''{nearest}''?}}",
  'mapping.records-only': "''{measure}'' is counted from person-level records only; a return cannot carry it",
  'mapping.unknown-dimension':
    "''{measure}'' is not broken down by ''{dimension}''. {allowed, select, none {It has no breakdown} other {Allowed: {allowed}}}",
  'mapping.unknown-code': "''{code}'' is not a code of {list}. Allowed: {allowed}",
  'mapping.measure-twice': "''{measure}'' is given twice; give it one column and add others to it by ''plus''",
  'mapping.bad-pattern': "''{pattern}'' is not a regular expression: {detail}",
  'mapping.no-group': "The pattern ''{pattern}'' marks no date: put the date''s digits in brackets, as in _([0-9]+)",
  'mapping.bad-date-format':
    "''{format}'' is not a date format; write YYYY, MM (or M) and DD (or D) with what stands between them",
  'mapping.create-without-fields': "Facilities can only be created when 'create' says which column is their name",
  'mapping.same-separators': "The decimal sign and the thousands sign are both ''{sign}''",
  'mapping.unknown-record-field':
    "''{field}'' is no field of {record}.{nearest, select, none {} other { Did you mean ''{nearest}''?}} Its fields: {fields}",
  'mapping.never-collected':
    "The column ''{column}'' may not be taken: {why} are never collected. A number that keys are made of goes into ''hash''",
  'mapping.needs-field':
    "''{field}'' of {record} is needed. Name its column, or name it in ''lacks'' when the source does not hold it",
  'mapping.key-lacking': "''{field}'' tells one {record} from another: it cannot be lacking",
  'mapping.hash-of-no-key': "''{field}'' is no key of persons: only those are hashed",
  'mapping.covers-turned': 'Ends before it begins: from {from} until {until}',
  'mapping.no-facility': "Say in ''facility'' whose rows these are",
  // Files
  'file.none': 'There is no file {file}',
  'file.rejects':
    'Rows were refused, and the file that says why cannot be written to {folder}: free some room or name another folder with --rejects. Nothing of this file was taken in',
  'file.not-a-file': '{file} is not a file',
  'file.empty': '{file} is empty',
  'file.binary': '{file} is not text: {what}',
  'file.truncated-gzip':
    '{file} is cut off: the compressed data end too early. {lines, plural, one {# complete line} other {# complete lines}} ({bytes, number} bytes) can be read; nothing was taken in. Fetch the file again',
  'file.bad-gzip': '{file} is damaged: {detail}. Nothing was taken in',
  'file.wrong-encoding':
    '{file} is not {encoding}: the bytes on line {line, number} are not valid in it. Leave the encoding out, or name the right one in the mapping',
  'file.bad-workbook': '{file} cannot be read as a workbook: {detail}',
  'file.no-sheet': '{file} has no sheet {sheet}. Its sheets: {sheets}',
  'file.no-header': '{file}: no row holds the columns of the mapping. {found}',
  'file.unknown-column':
    "{file} has no column ''{column}''.{nearest, select, none {} other { Did you mean ''{nearest}''?}} Its columns: {columns}",
  'file.column-twice': "{file} has two columns ''{column}'' (number {first, number} and {second, number}): rename one",
  'file.wrong-delimiter':
    "{file} is one column wide when read with ''{delimiter}''; its header looks separated by ''{likely}''. Name the delimiter in the mapping",
  'file.name-without-date': "The file''s name {file} does not match the pattern ''{pattern}'' that dates it",
  'file.name-bad-date': "The file''s name {file} gives ''{text}'', which is not a date in the form {format}",
  'file.changed': '{file} changed while it was being read; nothing was taken in',
  'file.no-rows': '{file} has a header but no rows',
  // Rows
  'row.quote-open': 'A quotation mark is opened in this line and not closed',
  'row.quote-stray': 'Text follows a closing quotation mark; double the quotation marks inside a cell',
  'row.not-json': 'This line is no JSON object; a file of JSON Lines holds one object on each line',
  'row.nested': "''{name}'' holds a list or an object; one value is wanted",
  'row.too-long': 'This line is longer than {most, number} characters',
  'row.cells': '{found, plural, one {# cell} other {# cells}} where the header has {expected, number}',
  'row.duplicate-conflict': 'Line {other, number} gives other values for the same {what}; neither was taken in',
  'row.same-key': "Line {other, number} gives the key ''{key}'' to another facility; neither was taken in",
  'row.key-taken': "The key ''{key}'' of {source} already names another facility ({facility})",
  'row.overlap':
    'Line {other, number} gives a version of the same facility that overlaps this one; neither was taken in',
  // Cells
  'cell.empty': 'Empty; a value is needed',
  'cell.not-a-number': 'Not a number',
  'cell.negative': 'Less than nought',
  'cell.negative-difference': 'The difference is less than nought ({value, number})',
  'cell.fraction': 'A count of persons or things has no fraction',
  'cell.not-a-date': 'Not a date in the form {formats}',
  'cell.not-month-end': "Not the last day of a month; a count of another day is not the month's closing count",
  'cell.unknown-code': 'Unknown code. Allowed: {allowed}',
  'cell.not-yes-or-no': 'Neither yes nor no',
  'cell.bad-time-zone': 'Not a time zone such as Africa/Nairobi',
  'cell.out-of-range': 'Outside {low, number} to {high, number}',
  'cell.reversed': 'Ends on or before the day it begins ({from})',
  'cell.no-time': "A moment needs a time of day. When the source holds days only, say so: ''times.withoutTime''",
  'cell.not-a-time': 'Not a time of day such as 14:30 or 2:30 PM',
  'cell.time-skipped': 'The clocks of {zone} jumped over this time when they were set forward',
  'cell.not-a-month': 'Not a month in the form YYYY-MM',
  'cell.not-a-quarter': 'Not a quarter: write the year and one of Q1 to Q4, as in 2025-Q3',
  'cell.whole-birth-date': 'A whole date of birth is never kept: give the month (YYYY-MM)',
  'cell.not-a-surrogate':
    "Not a surrogate key (a UUID). Numbers and names of persons never enter: let the mapping ''hash'' the column",
  'cell.not-a-name': 'Not a short name of letters, digits, hyphens, dots or spaces (at most 64)',
  'cell.not-a-token': 'Not a short code of letters, digits, hyphens or dots (at most 64); sentences are not kept',
  'cell.too-long': 'Longer than {most, number} characters',
  'cell.above': 'More than {high, number}',
  'cell.below': 'Less than {low, number}',
  // Records
  'record.no-type': "No entry of the mapping''s ''records'' takes this row",
  'record.not-in-order': 'Lies before {first} ({from})',
  'record.needed': 'Needed where {when}',
  'record.must-be-empty': 'Must be empty where {when}',
  'record.more-than-whole': '{parts} are together {found, number}, more than {whole} ({most, number})',
  'record.not-ripe':
    'Not complete before {ripe}: the follow-up ends {months, plural, one {# month} other {# months}} after this day, and {lag, plural, one {# month} other {# months}} later all of it is written down. Send the row then',
  'record.supersedes-itself': 'A record cannot supersede itself',
  'record.circle': 'These records supersede each other in a circle',
  'record.supersedes-unknown': 'Supersedes a record that nobody knows',
  // Facilities and months
  'facility.unknown':
    "No facility has this {by, select, name {name} other {key}}{source, select, none {} other { in {source}}}.{nearest, select, none {} other { Did you mean ''{nearest}''?}}",
  'facility.ambiguous': 'Several facilities are called so: {keys}. Use a key instead of the name',
  'facility.unknown-related': "The other facility ''{key}'' is unknown",
  'facility.event-needs-related': 'A split or a merger needs the key of the other facility',
  'snapshot.future': '{file} is of {day}, which has not come yet',
  'snapshot.part':
    '{file} holds refused rows only; a snapshot is taken whole: mend them in the file of the day and send that',
  'snapshot.not-whole':
    '{count, plural, one {# row} other {# rows}} of {file} cannot be taken in. Who is not in a snapshot is taken to have left, so it is taken whole or not at all: mend the rows in the file itself and send it again. They stand, with their reasons, in {rejects}',
  'snapshot.too-few':
    '{file} lacks {absent, number} of the {held, number} people who were held the day before: it seems to be cut off. Where so many did leave, raise snapshot.mostLeft in the mapping',
  'month.future': 'This month has not ended yet',
  'month.before-opened': '{facility} did not exist before {from}',
  'month.after-ended': '{facility} ended on {to}.{successors, select, none {} other { Its successors: {successors}}}',
  'month.locked': '{month} is locked for {facility}; a change needs a revision with its reason',
  // Parts and wholes
  'part.larger': '{part} ({partValue, number}) is more than {whole} ({wholeValue, number})',
  'parts.larger': 'The parts by {dimension} add up to {sum, number}, more than {whole} ({wholeValue, number})',
  'part.larger-than-known':
    '{part} ({partValue, number}) would be more than {whole} ({wholeValue, number}); the other of the two was taken in before',
  // Certificates
  'certificate.no-evidence': 'A certificate without a reference to its evidence is not accepted',
  'certificate.overlap':
    'Line {other, number} gives a certificate for the same facility and first day with other contents; neither was taken in',
} as const

export type FaultId = keyof typeof faultWords
