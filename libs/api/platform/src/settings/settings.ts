/** What the program was told at start. Read from the environment once, by the composition root. */
export abstract class Settings {
  abstract readonly databaseUrl: string;
  abstract readonly port: number;
  abstract readonly host: string;
  /** Signs cursors. At least 32 characters. */
  abstract readonly secretKey: string;
  /** Whether the demo practice and its sign-in exist. Never together with production. */
  abstract readonly demo: boolean;
  /** A file with the private key that the records are sealed with; null when they are not sealed here. */
  abstract readonly sealKeyFile: string | null;
  abstract readonly production: boolean;
  /** Origins a browser may send unsafe requests from; the first one is used in links. */
  abstract readonly origins: readonly string[];
  /** Where mail is handed over, or null where none is sent. */
  abstract readonly smtpUrl: string | null;
  /** The address that mail comes from. */
  abstract readonly mailFrom: string;
  /** The domain that reports about mail come back to, or null where they come back to `mailFrom`. */
  abstract readonly returnMail: string | null;
  /** Where this process takes such reports, or null where it takes none. */
  abstract readonly returnMailAt: { readonly host: string; readonly port: number } | null;
  /** Addresses of the proxies whose word about who asks is believed; of nobody else's. */
  abstract readonly trustedProxies: readonly string[];
  abstract readonly logLevel: string;
  abstract readonly webRoot: string;
  /** The session cookie carries the `__Host-` prefix, which browsers honour over HTTPS only. */
  abstract readonly secureCookie: boolean;
}
