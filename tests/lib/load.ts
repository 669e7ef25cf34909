import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { bnToU8a, u8aToHex } from "@polkadot/util";
import { accounts, askWithin, connect, question, submit } from "./chain.ts";
import type { Cluster, ClusterNode } from "./cluster.ts";
import { type SubmittedRecord, record, submitBatch, traderAccount } from "./credit.ts";
import { sleep } from "./until.ts";

/** How many records a transaction brings, and how often one is sent, in milliseconds. */
const BATCH = 40;
const EVERY = 500;

/** How many records may be on their way to finality before the load waits. */
const UNDERWAY = 2_000;

/** How long nothing may arrive before what is missing is sent again, in milliseconds. */
const PATIENCE = 6_000;

/**
 * A provider that submits records all the time, to whichever node can be reached, as long as it runs,
 * and knows which of them it saw in final state. Every record is made from its number, so whoever reads
 * one can tell whether it is the one that was submitted.
 */
export class Load {
	/** All records below this number were seen in final state of some node. */
	final = 0;
	/** How many transactions were sent, and how often from an earlier number on. */
	sent = 0;
	resent = 0;
	private next = 0;
	private nonce = 0;
	private over = false;
	private loop: Promise<void> = Promise.resolve();

	/** The runtime that the client knows. */
	private known: number;
	private refreshing: Promise<void> | undefined;

	private constructor(
		private readonly cluster: Cluster,
		private api: ApiPromise,
		private readonly provider: KeyringPair,
		/** The events of the first record are at earliest in this block. */
		private readonly begin: number,
		private readonly epoch: number,
	) {
		this.known = api.runtimeVersion.specVersion.toNumber();
	}

	/** Begins with the records of Alice, who may submit all kinds. */
	static async start(cluster: Cluster): Promise<Load> {
		const provider = (await accounts())("Alice");
		const nodes = cluster.others();
		const api = await connect(...nodes);
		await submit(api, api.tx.creditRecords.registerSources([provider.address]), provider);
		const begin = (await api.rpc.chain.getHeader()).number.toNumber();
		const load = new Load(cluster, api, provider, begin, Math.floor(Date.now() / 1000) - 86_400);
		await load.again();
		load.loop = load.run();
		// Whoever stops the load hears of it.
		load.loop.catch(() => {});
		await cluster.until(() => load.final > 0, { within: 60_000, what: "the first records are final" });
		return load;
	}

	/** Stops submitting. */
	async stop(): Promise<void> {
		this.over = true;
		try {
			await this.loop;
		} finally {
			await this.api.disconnect();
		}
	}

	/**
	 * Takes a new client when there is a new runtime: the old one learns its calls by itself, but not its
	 * view functions.
	 */
	private async refresh(): Promise<void> {
		while (this.api.runtimeVersion.specVersion.toNumber() !== this.known) {
			this.refreshing ??= this.replaceClient().finally(() => (this.refreshing = undefined));
			await this.refreshing;
		}
	}

	private async replaceClient(): Promise<void> {
		await this.api.disconnect();
		this.api = await connect(...this.cluster.others());
		this.known = this.api.runtimeVersion.specVersion.toNumber();
	}

	/** The record of a number. */
	private record(number: number): SubmittedRecord {
		return record(this.provider.address, traderAccount(number % 40), {
			outcome: 10_000 - 100 * (number % 100),
			amount: number % 50,
			at: this.epoch + Math.floor(number / 10),
			commitment: commitment(number),
			reference: reference(number),
		});
	}

	private async run(): Promise<void> {
		let moved = Date.now();
		let seen = -1;
		for (let turn = 0; !this.over; turn++) {
			const began = Date.now();
			const nodes = this.cluster.others();
			const node = nodes[turn % nodes.length];
			if (node) {
				const recorded = await this.recorded(node);
				if (recorded) {
					this.final = Math.max(this.final, recorded.final);
					if (recorded.best > seen) [seen, moved] = [recorded.best, Date.now()];
				}
				if (this.next > seen && Date.now() - moved > PATIENCE) {
					moved = Date.now();
					await this.again();
				}
				if (this.next - this.final < UNDERWAY) await this.send(node);
			}
			await sleep(Math.max(0, EVERY - (Date.now() - began)));
		}
	}

	/** Sends the next batch. What the node does not take now is sent again when its time has come. */
	private async send(node: ClusterNode): Promise<void> {
		const records = Array.from({ length: BATCH }, (_, i) => this.record(this.next + i));
		const call = submitBatch(this.api, this.next, records);
		const signed = call.sign(this.provider, {
			nonce: this.nonce,
			era: this.api.createType("ExtrinsicEra", Uint8Array.of(0)),
			genesisHash: this.api.genesisHash,
			blockHash: this.api.genesisHash,
			runtimeVersion: this.api.runtimeVersion,
		});
		const taken = await node.asked<string>("author_submitExtrinsic", signed.toHex());
		if (!taken) return;
		this.sent++;
		this.next += BATCH;
		this.nonce++;
	}

	/** Goes back to the first record that no node has. */
	private async again(): Promise<void> {
		const nodes = this.cluster.others();
		const recorded = await Promise.all(nodes.map((node) => this.nextSequence(node)));
		const nonces = await Promise.all(
			nodes.map((node) => node.asked<number>("system_accountNextIndex", this.provider.address)),
		);
		if (this.sent > 0) this.resent++;
		this.next = Math.max(0, ...recorded.map((next) => next ?? 0));
		this.nonce = Math.max(0, ...nonces.map((nonce) => nonce ?? 0));
	}

	/** How many records the node has, in its best and in its last final block. */
	private async recorded(node: ClusterNode): Promise<{ best: number; final: number } | undefined> {
		const hash = await node.asked<string>("chain_getFinalizedHead");
		if (!hash) return undefined;
		const best = await this.nextSequence(node);
		const final = await this.nextSequence(node, hash);
		return best === undefined || final === undefined ? undefined : { best, final };
	}

	private async nextSequence(node: ClusterNode, ...at: string[]): Promise<number | undefined> {
		await this.refresh();
		const { input, read } = question(this.api, "CreditRecords", "next_sequence", this.provider.address);
		const call = "RuntimeViewFunction_execute_view_function";
		const answer = await node.asked<string>("state_call", call, input, ...at);
		return answer === undefined ? undefined : Number(read(answer).toString());
	}

	/**
	 * Reads all records back from every node that runs, and sees that none that was final is missing,
	 * that none is there twice, and that each is what was submitted. Gives how many there are.
	 */
	async readBack(): Promise<{ records: number; blocks: number; nodes: number }> {
		const { height: end } = await this.cluster.agree();
		const nodes = this.cluster.nodes.filter(({ running }) => running);
		const [first, ...others] = nodes;
		if (!first) throw new Error("there is no node to read from");
		const api = await connect(first);
		try {
			const events = api.query.system.events.key();
			let next: number | undefined;
			for (let height = this.begin; height <= end; height++) {
				const hash = (await api.rpc.chain.getBlockHash(height)).toHex();
				// First that all have the same, byte by byte, and then what it is.
				const said = await Promise.all(nodes.map((node) => contents(node, hash, events)));
				const other = others.find((_, i) => said[i + 1] !== said[0]);
				if (other) throw new Error(`${first.name} and ${other.name} differ about what block ${height} holds`);
				next = await this.follow(api, hash, next);
			}
			if (next === undefined) throw new Error("no block has records");
			if (next < this.final) throw new Error(`${this.final} records were final, ${next} are there`);
			for (const node of nodes) {
				const head = await askWithin<string>(30_000, node.http, "chain_getFinalizedHead");
				const has = (await this.nextSequence(node, head)) ?? 0;
				if (has < next) throw new Error(`${node.name} has ${has} records of ${next}`);
			}
			return { records: next, blocks: end - this.begin + 1, nodes: nodes.length };
		} finally {
			await api.disconnect();
		}
	}

	/** The number of the record after those of a block, if it has any; the last one otherwise. */
	private async follow(api: ApiPromise, hash: string, next: number | undefined): Promise<number | undefined> {
		const at = await api.at(hash);
		const events = (await at.query.system.events()) as unknown as any[];
		const applied = events.filter(
			({ event }) =>
				event.section === "creditRecords" &&
				event.method === "RecordsApplied" &&
				event.data.provider.toString() === this.provider.address,
		);
		if (applied.length === 0) return next;
		const { block } = await api.rpc.chain.getBlock(hash);
		for (const { event, phase } of applied) {
			const extrinsic = block.extrinsics[phase.asApplyExtrinsic.toNumber()]!;
			// What the runtime of the first release lacks stands between the two.
			const { args } = extrinsic.method as unknown as { args: any[] };
			const [begin, records] = [args[0], args.at(-1)];
			const first = event.data.first.toNumber();
			if (next !== undefined && first !== next) throw new Error(`record ${first} follows on ${next - 1}`);
			if (next === undefined && first !== 0) throw new Error(`the records begin with ${first}`);
			next = first + event.data.risks.length;
			for (let number = first; number < next!; number++) {
				const found = records[number - begin.toNumber()];
				const made = this.record(number);
				const same =
					found.commitment.toHex() === u8aToHex(made.commitment) &&
					found.outcome.toNumber() === made.outcome &&
					found.subject.toString() === made.subject;
				if (!same) throw new Error(`record ${number} is not the one that was submitted: ${found}`);
			}
		}
		return next;
	}
}

const commitment = (number: number): Uint8Array => bnToU8a(number, { bitLength: 256, isLe: false });

const reference = (number: number): Uint8Array => bnToU8a(number + 1, { bitLength: 128, isLe: false });

/** What the node holds of a block: its extrinsics, and the events of its state. */
async function contents(node: ClusterNode, hash: string, events: string): Promise<string> {
	const [{ block }, stored] = await Promise.all([
		askWithin<{ block: { extrinsics: string[] } }>(30_000, node.http, "chain_getBlock", hash),
		askWithin<string>(30_000, node.http, "state_getStorage", events, hash),
	]);
	return block.extrinsics.join() + stored;
}
