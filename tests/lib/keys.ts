import { randomBytes } from "node:crypto";
import { Keyring } from "@polkadot/keyring";
import type { KeyringPair } from "@polkadot/keyring/types";
import { hexToU8a, stringToU8a, u8aConcat, u8aToHex } from "@polkadot/util";
import { base58Encode, decodeAddress, ed25519PairFromSeed, encodeAddress } from "@polkadot/util-crypto";

/** What a validator registers: public keys, and the proof that their owner holds the secret ones. */
export interface SessionKeys {
	keys: string;
	proof: string;
}

/** The key of that name with which a validator votes for finality. */
export const grandpaKey = (name: string): KeyringPair =>
	new Keyring({ type: "ed25519", ss58Format: 42 }).addFromUri(`//${name}`);

/** The key of that name with which a validator authors. */
const auraKey = (name: string): KeyringPair =>
	new Keyring({ type: "sr25519", ss58Format: 42 }).addFromUri(`//${name}`);

/**
 * The session keys that a node started with `--name` holds, proved for an owner. A node says the same
 * by `author_rotateKeysWithOwner` about keys that it makes.
 */
export function sessionKeys(name: string, owner: string): SessionKeys {
	const statement = u8aConcat(stringToU8a("POP_"), decodeAddress(owner));
	const pairs = [auraKey(name), grandpaKey(name)];
	return {
		keys: u8aToHex(u8aConcat(...pairs.map(({ publicKey }) => publicKey))),
		proof: u8aToHex(u8aConcat(...pairs.map((pair) => pair.sign(statement)))),
	};
}

/** The key for finality among the session keys, as a node writes it. */
export const grandpaOf = ({ keys }: Pick<SessionKeys, "keys">): string =>
	encodeAddress(hexToU8a(keys).subarray(32, 64), 42);

/** Who a node is on the peer-to-peer network. */
export interface Identity {
	/** As `--node-key-file` reads it. */
	secret: string;
	/** As members register it. */
	id: string;
	/** As addresses name it. */
	peer: string;
}

/** A new identity. */
export function newIdentity(): Identity {
	const secret = randomBytes(32);
	const { publicKey } = ed25519PairFromSeed(secret);
	return {
		secret: secret.toString("hex"),
		id: u8aToHex(publicKey),
		peer: base58Encode(u8aConcat(hexToU8a("0x002408011220"), publicKey)),
	};
}
