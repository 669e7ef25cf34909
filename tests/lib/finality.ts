import type { ApiPromise } from "@polkadot/api";
import { inTime } from "./until.ts";

/**
 * Watches blocks until so many of them are final, and tells for each how many seconds passed from the
 * moment it was the best block of the node to the moment it was final there.
 */
export async function finalityLags(api: ApiPromise, blocks: number): Promise<number[]> {
	const best = new Map<number, number>();
	const lags: number[] = [];
	const leave: (() => void)[] = [];
	const watched = new Promise<void>((done, fail) => {
		const onBest = api.rpc.chain.subscribeNewHeads((header) => {
			best.set(header.number.toNumber(), performance.now());
		});
		const onFinal = api.rpc.chain.subscribeFinalizedHeads((header) => {
			const now = performance.now();
			// A final block makes its ancestors final.
			for (const [height, since] of best) {
				if (height > header.number.toNumber()) continue;
				lags.push((now - since) / 1000);
				best.delete(height);
			}
			if (lags.length >= blocks) done();
		});
		for (const subscribed of [onBest, onFinal]) {
			subscribed.then((unsubscribe) => leave.push(unsubscribe), fail);
		}
	});
	try {
		await inTime(watched, { within: blocks * 2_000 * 4, what: `${blocks} blocks are final` });
	} finally {
		for (const unsubscribe of leave) unsubscribe();
	}
	return lags.slice(0, blocks);
}
