import { encodeAddress, blake2AsU8a } from "@polkadot/util-crypto";
import { bnToU8a, stringToU8a, u8aConcat } from "@polkadot/util";

/** The account under which hanse-replay records a trader. */
export function traderAccount(trader: number): string {
	const number = bnToU8a(trader, { bitLength: 64, isLe: true });
	return encodeAddress(blake2AsU8a(u8aConcat(stringToU8a("hanse/replay/trader"), number)), 42);
}

/** A record as clients write it, with what the test does not care about filled in. */
export const record = (source: string, subject: string, more: object = {}) => ({
	source,
	subject,
	indicator: "OrderCompleted",
	outcome: 10_000,
	level: "Confirmed",
	amount: 10,
	at: Math.floor(Date.now() / 1000) - 60,
	commitment: new Uint8Array(32).fill(7),
	...more,
});
