import { xxhashAsHex } from "@polkadot/util-crypto";
import { ask } from "./chain.ts";

/** The values of a part of the state, by key. */
export type Snapshot = Record<string, string | null>;

/** All that stands under a pallet, or under one of its storage items, in the best block. */
export async function snapshot(url: string, ...parts: [pallet: string, item?: string][]): Promise<Snapshot> {
	const values: Snapshot = {};
	for (const [pallet, item] of parts) {
		const prefix = xxhashAsHex(pallet, 128) + (item ? xxhashAsHex(item, 128).slice(2) : "");
		const keys = await ask<string[]>(url, "state_getKeysPaged", prefix, 1_000);
		if (keys.length === 0) continue;
		type Changes = [{ changes: [string, string | null][] }];
		const [{ changes }] = await ask<Changes>(url, "state_queryStorageAt", keys);
		for (const [key, value] of changes) values[key] = value;
	}
	return values;
}
