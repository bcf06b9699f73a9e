import {
  IsBoolean,
  IsEmail,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import type { PasskeyId, PracticeId, SessionId } from '../ids';
import { LIMITS } from '../limits';

/** What a browser says about a passkey, and what it is asked: the JSON of the Web Authentication standard. */
export type PasskeyAnswer = Readonly<Record<string, unknown>>;
export type PasskeyQuestion = Readonly<Record<string, unknown>>;

const ANY_CODE = /^[\dA-Za-z\s-]{6,40}$/u;

export class DemoSignIn {
  @IsString()
  @Length(1, 40)
  persona!: string;
}

export class StaffSignIn {
  @IsEmail()
  @MaxLength(LIMITS.contact)
  email!: string;

  @IsString()
  @Length(1, LIMITS.password)
  password!: string;

  /** Which practice, when the same address and password belong to several. */
  @IsOptional()
  @IsUUID()
  practiceId?: PracticeId;
}

/** The six digits of the authenticator app, a recovery code, or a passkey's answer. */
export class SecondFactorSignIn {
  @IsOptional()
  @Matches(ANY_CODE)
  code?: string;

  @IsOptional()
  @IsObject()
  passkey?: PasskeyAnswer;
}

/** A family member's sign-in: the short code handed over in person, and the six digits they chose. */
export class CodeSignIn {
  @IsString()
  @Length(1, 40)
  code!: string;

  @Matches(/^\d{6}$/u)
  pin!: string;

  /** *Do you share this phone or computer?* Yes, unless somebody says no. */
  @IsOptional()
  @IsBoolean()
  shared?: boolean;
}

/** Signing in with a passkey and nothing else; the authenticator has made sure who holds it. */
export class PasskeySignIn {
  @IsObject()
  passkey!: PasskeyAnswer;
}

/** Staff prove it with password and code, family with the PIN, anybody with a passkey. */
export class StepUp {
  @IsOptional()
  @IsString()
  @Length(1, LIMITS.password)
  password?: string;

  @IsOptional()
  @Matches(ANY_CODE)
  code?: string;

  @IsOptional()
  @Matches(/^\d{6}$/u)
  pin?: string;

  @IsOptional()
  @IsObject()
  passkey?: PasskeyAnswer;
}

export class ConfirmAuthenticator {
  @Matches(/^\s*(?:\d\s*){6}$/u)
  code!: string;
}

export class NewPassword {
  @IsString()
  @Length(1, LIMITS.password)
  password!: string;
}

export class NewPasskey {
  @IsObject()
  passkey!: PasskeyAnswer;
}

export class NewAccessLink {
  /** For somebody who lost their phone: whoever uses the link sets up a second factor anew. */
  @IsOptional()
  @IsBoolean()
  clearSecondFactor?: boolean;
}

/** What somebody on staff sets when they use the link an admin handed them. */
export class UseAccessLink {
  @IsString()
  @Length(20, 100)
  token!: string;

  /** Only for somebody whose address nobody wrote down: the one they will sign in with. */
  @IsOptional()
  @IsEmail()
  @MaxLength(LIMITS.contact)
  email?: string;

  @IsString()
  @Length(1, LIMITS.password)
  password!: string;
}

export const SECOND_FACTOR_WAYS = ['authenticator', 'passkey', 'recovery-code'] as const;
export type SecondFactorWay = (typeof SECOND_FACTOR_WAYS)[number];

/** What a right password leads to when it is not enough. */
export type SignInStep =
  | { readonly next: 'second-factor'; readonly ways: readonly SecondFactorWay[] }
  | {
      readonly next: 'choose-practice';
      readonly practices: readonly { readonly id: PracticeId; readonly name: string }[];
    };

/** A secret for an authenticator app, shown until it is confirmed with a first code. */
export interface NewAuthenticator {
  /** Base32, for typing it in by hand. */
  readonly secret: string;
  /** `otpauth://…`, for an app on the same device. */
  readonly uri: string;
  /** The same as a picture to scan: a data address of an SVG. */
  readonly picture: string;
}

/** Shown once; only their hashes are kept. */
export interface NewRecoveryCodes {
  readonly recoveryCodes: readonly string[];
}

export interface PasskeyEntry {
  readonly id: PasskeyId;
  /** The device it was made on, as in `DeviceEntry`. */
  readonly device: string;
  readonly madeAt: string;
  readonly usedAt: string | null;
}

/** How somebody signs in, as they see it themselves. */
export interface WaysIn {
  readonly hasPassword: boolean;
  readonly authenticator: boolean;
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly PasskeyEntry[];
  readonly may: {
    /** Passkeys stay on a device, so they are not offered on a shared one. */
    readonly addPasskey: boolean;
    readonly removeAuthenticator: boolean;
    readonly removePasskeys: boolean;
  };
}

/** One place where somebody is signed in. */
export interface DeviceEntry {
  readonly id: SessionId;
  /** A browser and a sort of device, for instance `firefox windows`; either may be `other`. */
  readonly device: string;
  readonly shared: boolean;
  readonly beganAt: string;
  readonly seenAt: string;
  readonly isThisOne: boolean;
}

/** Shown once to the admin who made it. */
export interface AccessLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** What opening the link tells, without any effect. */
export interface AccessLinkGlimpse {
  readonly practiceName: string;
  readonly displayName: string;
  /** By which they sign in, as the practice wrote it down. */
  readonly email: string | null;
  /** Whether they have to say it, because nobody wrote it down. */
  readonly asksForAddress: boolean;
}
