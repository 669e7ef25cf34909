import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { blake2AsHex } from "@polkadot/util-crypto";
import { type Call, submit, view } from "./chain.ts";
import { legalEntity } from "./legal-entity.ts";

/** What an organisation says about itself when it applies. */
export interface Applicant {
	account: KeyringPair;
	name: string;
	country: string;
	/** The first eighteen characters of its identifier. */
	entity: string;
	roles: string[];
}

/** An applicant that is called after a key. */
export const applicant = (account: KeyringPair, name: string, ...roles: string[]): Applicant => ({
	account,
	name: `${name} Forwarding`,
	country: "DK",
	entity: `HNSE00${name.toUpperCase()}`.padEnd(18, "0"),
	roles,
});

/** The call by which it applies. */
export const application = (api: ApiPromise, { name, country, entity, roles }: Applicant): Call =>
	api.tx.consortium.apply!(name, country, legalEntity(entity), roles, blake2AsHex(name));

/** What members name its application by; nothing if there is none. */
export async function applicationHash(api: ApiPromise, account: string): Promise<string | undefined> {
	const hash = (await view(api, "Consortium", "application_hash", account)).toHuman();
	return hash === null ? undefined : String(hash);
}

/** Applies, finds a sponsor, and gives the call by which the members admit it. */
export async function sponsored(api: ApiPromise, applicant: Applicant, sponsor: KeyringPair): Promise<Call> {
	await submit(api, application(api, applicant), applicant.account);
	const { address } = applicant.account;
	const hash = await applicationHash(api, address);
	await submit(api, api.tx.consortium.sponsorApplication!(address, hash), sponsor);
	return api.tx.consortium.admitMember!(address, hash);
}

/** The members, by account. */
export async function members(api: ApiPromise): Promise<Map<string, Record<string, unknown>>> {
	const all = (await view(api, "Consortium", "members")).toHuman();
	return new Map(all as [string, Record<string, unknown>][]);
}
