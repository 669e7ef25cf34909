import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { accounts, connect } from "./chain.ts";
import { Cluster, type ClusterNode, type ClusterOptions } from "./cluster.ts";
import { type Figure, tell } from "./figures.ts";
import { Load } from "./load.ts";
import { Watch } from "./watch.ts";

/** What a test can say while it runs. */
export interface Teller {
	diagnostic(message: string): void;
}

/** How a scene is set. */
export interface SceneOptions extends ClusterOptions {
	/** Whether records are submitted all the time. */
	load?: boolean;
}

/** A network of its own for the tests of one fault: watched, and under load unless told otherwise. */
export class Scene {
	cluster!: Cluster;
	watch!: Watch;
	account!: (name: string) => KeyringPair;
	private load: Load | undefined;
	private readonly clients: ApiPromise[] = [];

	constructor(
		private readonly fault: string,
		private readonly options: () => SceneOptions,
	) {}

	/** Sets the scene; for `before`. */
	readonly start = async (): Promise<void> => {
		this.account = await accounts();
		const { load = true, ...options } = this.options();
		// Nobody is set aside for an absence unless the test is about that: it would end some faults
		// before their time.
		this.cluster = await Cluster.start({ tolerance: 1, ...options });
		this.watch = new Watch(this.cluster);
		await this.step(async () => {
			if (load) this.load = await Load.start(this.cluster);
		})({ diagnostic: () => {} });
	};

	/** Clears it away; for `after`. */
	readonly end = async (): Promise<void> => {
		await this.load?.stop().catch(() => {});
		for (const client of this.clients) await client.disconnect();
		await this.watch?.stop();
		await this.cluster?.remove();
	};

	/** A test on the scene; when it fails, the ends of the logs are shown. */
	step<T extends Teller>(body: (t: T) => Promise<void>): (t: T) => Promise<void> {
		return async (t) => {
			try {
				await body(t);
			} catch (error) {
				await this.cluster.fail(error);
				throw error;
			}
		};
	}

	node(name: string): ClusterNode {
		return this.cluster.node(name);
	}

	/** A client of the first node that can be reached, and of the others when it is gone. */
	async client(): Promise<ApiPromise> {
		const client = await connect(...this.cluster.others());
		this.clients.push(client);
		return client;
	}

	/** How many records were seen in final state. */
	get records(): number {
		return this.load?.final ?? 0;
	}

	/** Tells a figure of this fault. */
	tell(t: Teller, what: string, value: number, unit: string, bar: Pick<Figure, "most" | "least"> = {}): void {
		tell(t, { fault: this.fault, what, value, unit, ...bar });
	}

	/**
	 * Ends the load, and sees that nothing was lost or forked: all nodes that run have the same final
	 * block and its state, every block that was ever final for any of them still is, and the records that
	 * were final can be read back from each of them.
	 */
	async intact(t: Teller): Promise<void> {
		await this.load?.stop();
		const { height, hash, stateRoot } = await this.cluster.agree();
		t.diagnostic(`block ${height} is ${hash}, state ${stateRoot}, for every node`);
		const looked = await this.watch.check();
		this.tell(t, "final blocks seen, none in conflict", looked, "blocks", { least: 1 });
		if (this.load) {
			const { records, nodes } = await this.load.readBack();
			this.tell(t, `records read back from ${nodes} nodes, none lost`, records, "records", {
				least: Math.max(1, this.load.final),
			});
			t.diagnostic(`${this.load.sent} transactions were sent, and ${this.load.resent} times some again`);
		}
	}
}
