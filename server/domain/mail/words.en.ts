import type { MessageKind } from './message.ts'

/** What each message says, in English (ICU). `link` stands on a line of its own. */
export const messageWords: Record<MessageKind, { subject: string; text: string }> = {
  invitation: {
    subject: 'Your invitation to Daylight',
    text: `Good day {name},

you have been invited to use Daylight. Choose your password here:

{link}

The link works once, until {until}. Nobody of Daylight will ever ask you for your password.

If you do not expect this message, do nothing: without the link there is no account.`,
  },
  reset: {
    subject: 'A new password for Daylight',
    text: `Good day {name},

somebody, we hope you, has asked for a new password for your account. Choose it here:

{link}

The link works once, until {until}. If it was not you, do nothing: your password stays as it is.`,
  },
  'password-changed': {
    subject: 'Your password for Daylight was changed',
    text: `Good day {name},

the password of your account was changed on {on}, and all sessions except that one were ended.

If it was not you, ask for a new password at once, and tell your administrator:

{link}`,
  },
  'second-factor-reset': {
    subject: 'Your second factor for Daylight was taken away',
    text: `Good day {name},

an administrator of your body has taken away your code generator, your recovery codes and your passkeys, and ended your sessions, because they were told that you had lost them. Sign in with your password and set up another second factor:

{link}

If you have lost nothing, somebody else may be trying to enter as you: tell your administrator and your auditor at once, and ask for a new password.`,
  },
  'administrator-restored': {
    subject: 'Your second factor for Daylight was taken away',
    text: `Good day {name},

whoever runs this installation has taken away your code generator, your recovery codes and your passkeys, and ended your sessions, because they were told that you, the only administrator of your body, had lost them. Sign in with your password and set up another second factor:

{link}

The auditors of your body were told as well. If you have lost nothing, somebody else may be trying to enter as you: tell your auditor at once, and ask for a new password.`,
  },
  'administrator-restored-told': {
    subject: 'The second factor of your administrator for Daylight was taken away',
    text: `Good day {name},

whoever runs this installation has taken away the second factor of the only administrator of your body, because they were told that it was lost. The reason stands in the audit of your body:

{link}

Ask your administrator, not by e-mail, whether they asked for it. If they did not, somebody else may be trying to enter as them.`,
  },
}
