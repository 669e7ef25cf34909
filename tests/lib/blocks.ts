import type { ApiPromise } from "@polkadot/api";
import type { Cluster } from "./cluster.ts";

/** An event in a block. */
export interface Found {
	height: number;
	hash: string;
	/** Its fields, by their names. */
	data: any;
	/** Its place among the events of the block. */
	index: number;
}

/** Which events to look for. */
export interface Kind {
	section: string;
	method: string;
	/** Whether these fields are those that are looked for; any if it is not given. */
	where?: (data: any) => boolean;
}

/** The events of a kind in a block. */
export async function eventsIn(api: ApiPromise, height: number, kind: Kind): Promise<Found[]> {
	const hash = (await api.rpc.chain.getBlockHash(height)).toHex();
	const at = await api.at(hash);
	const events = (await at.query.system.events()) as unknown as any[];
	return events.flatMap(({ event }, index) => {
		const { section, method, data } = event;
		const fits = section === kind.section && method === kind.method && (kind.where?.(data) ?? true);
		return fits ? [{ height, hash, data, index }] : [];
	});
}

/** Waits for an event of a kind in a final block from a height on, and gives the first. */
export async function finalEvent(
	cluster: Cluster,
	api: ApiPromise,
	from: number,
	kind: Kind,
	within = 60_000,
): Promise<Found> {
	let height = from;
	return cluster.until(
		async () => {
			const head = await api.rpc.chain.getFinalizedHead();
			const last = (await api.rpc.chain.getHeader(head)).number.toNumber();
			for (; height <= last; height++) {
				const [found] = await eventsIn(api, height, kind);
				if (found) return found;
			}
			return undefined;
		},
		{ within, what: `${kind.section}.${kind.method} in a final block from ${from} on` },
	);
}

/** The authors of the blocks above one height up to another, by account. */
export async function authors(api: ApiPromise, above: number, to: number): Promise<Set<string>> {
	const found = new Set<string>();
	for (let height = above + 1; height <= to; height++) {
		const header = await api.derive.chain.getHeader(await api.rpc.chain.getBlockHash(height));
		found.add(String(header.author));
	}
	return found;
}

/** The accounts of the validators of the session under way, as the last final block has it. */
export async function validators(api: ApiPromise): Promise<string[]> {
	const at = await api.at(await api.rpc.chain.getFinalizedHead());
	return ((await at.query.session.validators()).toHuman() as string[]).sort();
}

/** Waits until the validators of the session under way are those, in a final block. */
export async function validatorsAre(
	cluster: Cluster,
	api: ApiPromise,
	accounts: string[],
	within: number,
): Promise<void> {
	const goal = [...accounts].sort().join();
	await cluster.until(async () => (await validators(api)).join() === goal, {
		within,
		what: `the validators are those ${accounts.length} in a final block`,
	});
}
