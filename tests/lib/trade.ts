import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { bnToU8a, hexToU8a, stringToU8a, u8aConcat, u8aToHex } from "@polkadot/util";
import { decodeAddress } from "@polkadot/util-crypto";

export type EnterpriseKind =
	| "Manufacturer"
	| "Merchant"
	| "PlatformSeller"
	| "Logistics"
	| "ConsumerAgent";
export type RelationshipKind = "Supplies" | "Carries" | "Finances" | "Insures";

/** In the order of their indices in SCALE. */
const enterpriseKinds: EnterpriseKind[] = [
	"Manufacturer",
	"Merchant",
	"PlatformSeller",
	"Logistics",
	"ConsumerAgent",
];
const relationshipKinds: RelationshipKind[] = ["Supplies", "Carries", "Finances", "Insures"];

/** What the chain holds of an enterprise's attributes. */
export interface Commitments {
	name: string | null;
	registrationNumber: string | null;
	taxNumber: string | null;
	address: string | null;
}

export const noCommitments: Commitments = {
	name: null,
	registrationNumber: null,
	taxNumber: null,
	address: null,
};

/** What an enterprise says about itself. */
export interface Details {
	country: string;
	sector: number;
	kind: EnterpriseKind;
	commitments: Commitments;
}

/** What an account signs so that a member can register it. */
export interface Consent {
	sponsor: string;
	account: string;
	details: Details;
	until: number;
}

/** What two enterprises sign so that anybody can bring it. */
export interface Agreement {
	giver: string;
	receiver: string;
	kind: RelationshipKind;
	giverEndings: number;
	receiverEndings: number;
	until: number;
}

export const u32 = (value: number): Uint8Array => bnToU8a(value, { bitLength: 32, isLe: true });

export const optional = (commitment: string | null): Uint8Array =>
	commitment ? u8aConcat(Uint8Array.of(1), hexToU8a(commitment)) : Uint8Array.of(0);

/**
 * The bytes of a consent, put together as docs/trade-network.md tells them and not by the metadata:
 * what somebody does who signs without a library that knows SCALE.
 */
export function consentPayload(genesis: Uint8Array, consent: Consent): Uint8Array {
	const { country, sector, kind, commitments } = consent.details;
	return u8aConcat(
		stringToU8a("hanse/register/1"),
		genesis,
		decodeAddress(consent.sponsor),
		decodeAddress(consent.account),
		stringToU8a(country),
		Uint8Array.of(sector, enterpriseKinds.indexOf(kind)),
		optional(commitments.name),
		optional(commitments.registrationNumber),
		optional(commitments.taxNumber),
		optional(commitments.address),
		u32(consent.until),
	);
}

/** The bytes of an agreement, put together as docs/trade-network.md tells them. */
export function agreementPayload(genesis: Uint8Array, agreement: Agreement): Uint8Array {
	return u8aConcat(
		stringToU8a("hanse/agreement/1"),
		genesis,
		decodeAddress(agreement.giver),
		decodeAddress(agreement.receiver),
		Uint8Array.of(relationshipKinds.indexOf(agreement.kind)),
		u32(agreement.giverEndings),
		u32(agreement.receiverEndings),
		u32(agreement.until),
	);
}

/** A signature as the chain takes it. */
export const signed = (pair: KeyringPair, payload: Uint8Array): { Sr25519: string } => ({
	Sr25519: u8aToHex(pair.sign(payload)),
});

/** A signature as a browser wallet makes it, which puts the bytes between two marks. */
export const signedByWallet = (pair: KeyringPair, payload: Uint8Array): { Sr25519: string } =>
	signed(pair, u8aConcat(stringToU8a("<Bytes>"), payload, stringToU8a("</Bytes>")));

/** The day of the chain: how many whole days have passed since 1970. */
export async function today(api: ApiPromise): Promise<number> {
	const now = (await api.query.timestamp.now()) as unknown as { toNumber(): number };
	return Math.floor(now.toNumber() / 86_400_000);
}

/** The block that an answer was read from. */
interface AnswerBlock {
	hash: string;
	number: number;
	finality: "finalized" | "best";
}

/** What network_figures answers. */
export interface Figures {
	enterprises: number;
	relationships: number;
	supplies: number;
	reciprocated: number;
	triangles: number;
	wedges: number;
	degrees: number[];
	cycles: number;
	inClosedRings: number;
	orders: number;
	active: number;
	activeBefore: number;
	density: number;
	meanDegree: number;
	reciprocity: number;
	clustering: number;
	block: AnswerBlock;
}

/** What network_enterprise answers. */
export interface Enterprise {
	id: number;
	subject: string;
	controller: string;
	former: string[];
	sponsor: string | null;
	country: string;
	sector: string;
	kind: string;
	commitments: Commitments;
	level: "none" | "registered" | "identified" | "inspected";
	verifiedUntil: number | null;
	registrar: string | null;
	entity: string | null;
	partners: number;
	triangles: number;
	cycles: number;
	inClosedRing: boolean;
	orders: number;
	herfindahl: number;
	endings: number;
	block: AnswerBlock;
}

/** What network_relationships answers. */
export interface Relationships {
	relationships: {
		partner: string;
		arcs: { kind: string; gives: boolean }[];
		since: number;
		orders: number;
		volumeClass: number;
		last: number | null;
		dormant: boolean;
	}[];
	next: string | null;
	block: AnswerBlock;
}
