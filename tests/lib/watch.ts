import { askWithin } from "./chain.ts";
import type { Cluster, ClusterNode } from "./cluster.ts";
import { sleep } from "./until.ts";

/** What a node knew at a moment. */
interface Moment {
	/** By `performance.now()`. */
	at: number;
	best: number;
	final: number;
}

/** How long finality stood still. */
export interface Pause {
	seconds: number;
	/** How many blocks were added in the meantime. */
	blocks: number;
}

/** Looks at all nodes of a cluster all the time, at what they hold for final above all. */
export class Watch {
	private readonly moments = new Map<ClusterNode, Moment[]>();
	private readonly finals = new Map<number, { hash: string; node: ClusterNode }>();
	private readonly forks: string[] = [];
	private readonly loops: Promise<void>[] = [];
	private over = false;

	constructor(cluster: Cluster) {
		for (const node of cluster.nodes) this.add(node);
	}

	/** Looks at one node more. */
	add(node: ClusterNode): void {
		this.moments.set(node, []);
		this.loops.push(this.watch(node));
	}

	private async watch(node: ClusterNode): Promise<void> {
		let last = { hash: "", height: 0 };
		while (!this.over) {
			const hash = await node.asked<string>("chain_getFinalizedHead");
			const best = hash && (await node.best());
			if (hash && hash !== last.hash) {
				const height = (await node.asked<{ number: string }>("chain_getHeader", hash))?.number;
				if (height) {
					last = { hash, height: Number(height) };
					this.compare(node, last);
				}
			}
			if (hash === last.hash && best) {
				this.moments.get(node)!.push({ at: performance.now(), best, final: last.height });
			}
			await sleep(250);
		}
	}

	/** No two nodes may hold different blocks of a height for final. */
	private compare(node: ClusterNode, { hash, height }: { hash: string; height: number }): void {
		const other = this.finals.get(height);
		if (!other) this.finals.set(height, { hash, node });
		else if (other.hash !== hash) {
			const its = `${other.hash} for ${other.node.name}`;
			this.forks.push(`block ${height} is ${hash} for ${node.name} and ${its}`);
		}
	}

	/**
	 * Throws if two nodes held different blocks of one height for final, or if one that runs has another
	 * block now in the place of one that was ever seen to be final. Gives how many were looked at.
	 */
	async check(): Promise<number> {
		for (const node of this.moments.keys()) {
			const last = (await node.final())?.height ?? 0;
			for (const [height, { hash, node: first }] of this.finals) {
				if (height > last) continue;
				const now = await askWithin<string>(30_000, node.http, "chain_getBlockHash", height);
				if (now === hash) continue;
				this.forks.push(`block ${height} was ${hash} for ${first.name} and is ${now} for ${node.name}`);
			}
		}
		if (this.forks.length > 0) throw new Error(`finality forked:\n${this.forks.join("\n")}`);
		return this.finals.size;
	}

	/**
	 * The longest time in which the node finalised nothing, and the most blocks that were added in such a
	 * time, between two moments.
	 */
	pause(node: ClusterNode, since: number, to = performance.now()): Pause {
		const longest = { seconds: 0, blocks: 0 };
		let last: Moment | undefined;
		for (const moment of this.moments.get(node) ?? []) {
			if (moment.at < since || moment.at > to) continue;
			last ??= moment;
			longest.seconds = Math.max(longest.seconds, (moment.at - last.at) / 1000);
			longest.blocks = Math.max(longest.blocks, moment.best - last.best);
			if (moment.final > last.final) last = moment;
		}
		return longest;
	}

	/** Stops looking. */
	async stop(): Promise<void> {
		this.over = true;
		await Promise.all(this.loops);
	}
}
