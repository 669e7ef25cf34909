import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, cpSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { blake2AsHex } from "@polkadot/util-crypto";
import { accounts, ask, askWithin } from "./chain.ts";
import { type Beginning, writeChainSpec } from "./chain-spec.ts";
import { type Identity, grandpaKey, newIdentity } from "./keys.ts";
import { Namespace } from "./namespace.ts";
import { binaries, temporary } from "./network.ts";
import { type Patience, until } from "./until.ts";

/** The node under test. */
export const hanseNode = join(binaries, "hanse-node");

/** Four validators of the preset `local`. */
export const four = ["Alice", "Bob", "Charlie", "Dave"];

/** The names whose keys a node holds if it is started with `--name`. */
const known = [...four, "Eve", "Ferdie", "One", "Two"];

/** How a node is run. */
export interface NodeOptions {
	/** The program, if not the node under test. */
	program?: string;
	/** Whether it makes its own session keys, though there are some of its name. */
	ownKeys?: boolean;
	/** Whether it only follows. */
	observer?: boolean;
	/** Whether it is in a network namespace, where it can be cut off. */
	cuttable?: boolean;
	/** Whether it answers what only its operator may ask. */
	unsafe?: boolean;
	/** What else it is told. */
	args?: string[];
}

/** How a network is set up. */
export interface ClusterOptions extends Partial<Beginning> {
	/** The validators that begin, of those of the preset. */
	validators?: string[];
	/** Whether the members' nodes are registered from the beginning. */
	registered?: boolean;
	/** How each node is run. */
	node?: (name: string) => NodeOptions;
}

/** A block as a node sees it. */
export interface Head {
	height: number;
	hash: string;
}

/** How a vote of GRANDPA stands, as `grandpa_roundState` tells it. */
interface Round {
	round: number;
	prevotes: { currentWeight: number; missing: string[] };
}

/** A node of a cluster: like one that scripts/run describes, but each can fail by itself. */
export class ClusterNode {
	readonly ws: string;
	readonly http: string;
	readonly log: string;
	readonly base: string;
	/** The address of its key for votes on finality. */
	grandpa: string;
	/** Whether it is to run; one that ends although it is has failed. */
	private wanted = false;
	private stopped = false;
	private offline = false;
	private child: ChildProcess | undefined;
	private ended: Promise<void> = Promise.resolve();
	/** How it ended, if it did so by itself. */
	fallen: string | undefined;

	constructor(
		readonly name: string,
		readonly account: string,
		readonly identity: Identity,
		readonly ports: { rpc: number; p2p: number },
		/** How it is run the next time that it is started. */
		public options: NodeOptions,
		readonly namespace: Namespace | undefined,
		private readonly cluster: Cluster,
	) {
		const host = namespace?.console ?? "127.0.0.1";
		this.ws = `ws://${host}:${ports.rpc}`;
		this.http = `http://${host}:${ports.rpc}`;
		this.base = join(cluster.folder, name.toLowerCase());
		this.log = join(this.base, "node.log");
		this.grandpa = grandpaKey(name).address;
		mkdirSync(this.base);
		writeFileSync(join(this.base, "node-key"), identity.secret, { mode: 0o600 });
	}

	/** Whether it runs, reachable or not. */
	get running(): boolean {
		return this.child !== undefined;
	}

	/** Whether it runs and others can reach it. */
	get reachable(): boolean {
		return this.running && !this.stopped && !this.offline;
	}

	/** Where other nodes of the machine find it, or where it finds those outside its namespace. */
	address(from: ClusterNode): string {
		const host = this.namespace?.inside ?? from.namespace?.outside ?? "127.0.0.1";
		return `/ip4/${host}/tcp/${this.ports.p2p}/p2p/${this.identity.peer}`;
	}

	/** Where it listens to other nodes. */
	private get listens(): string[] {
		if (this.namespace) return [this.namespace.inside];
		return ["127.0.0.1", ...this.cluster.nodes.flatMap(({ namespace }) => namespace?.outside ?? [])];
	}

	start(): void {
		if (this.child) throw new Error(`${this.name} runs already`);
		const { program = hanseNode, ownKeys, observer, unsafe, args = [] } = this.options;
		const others = this.cluster.nodes.filter((other) => other !== this);
		const knownKeys = !ownKeys && !observer && known.includes(this.name);
		const command = [
			...(this.namespace?.prefix ?? []),
			...["setpriv", "--pdeathsig", "KILL", program],
			...(knownKeys ? [`--${this.name.toLowerCase()}`] : ["--name", this.name]),
			...(knownKeys || observer ? [] : ["--validator"]),
			...["--chain", this.cluster.spec, "--base-path", this.base],
			...["--node-key-file", join(this.base, "node-key")],
			...this.listens.flatMap((host) => ["--listen-addr", `/ip4/${host}/tcp/${this.ports.p2p}`]),
			...others.flatMap((other) => ["--bootnodes", other.address(this)]),
			...["--rpc-port", `${this.ports.rpc}`, "--rpc-methods", unsafe ? "unsafe" : "safe"],
			// In a namespace nobody is outside but this program.
			...(this.namespace ? ["--unsafe-rpc-external", "--rpc-cors", "all"] : []),
			...["--database", "paritydb", "--state-pruning", "archive", "--blocks-pruning", "archive"],
			...["--no-mdns", "--no-telemetry", "--no-prometheus"],
			...args,
		];
		const log = openSync(this.log, "a");
		const child = spawn(command[0]!, command.slice(1), { stdio: ["ignore", log, log] });
		closeSync(log);
		[this.child, this.wanted, this.stopped, this.fallen] = [child, true, false, undefined];
		this.ended = new Promise((done) => {
			const end = (how: string): void => {
				if (this.child !== child) return;
				if (this.wanted) this.fallen = how;
				this.child = undefined;
				done();
			};
			child.on("error", (error) => end(String(error)));
			child.on("exit", (code, signal) => end(`${signal ?? `status ${code}`}`));
		});
	}

	/** Sends a signal that ends it, and waits for its end. */
	async end(signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
		this.wanted = false;
		this.child?.kill(signal);
		let over = false;
		void this.ended.then(() => (over = true));
		await until(() => over, { within: 30_000, what: `${this.name} ends after ${signal}`, every: 20 });
	}

	/** Stops it where it is; it does not notice. */
	pause(): void {
		this.child?.kill("SIGSTOP");
		this.stopped = true;
	}

	/** Lets a stopped node go on. */
	resume(): void {
		this.child?.kill("SIGCONT");
		this.stopped = false;
	}

	/** Loses all that goes to and comes from other nodes. */
	cut(): void {
		this.namespace?.cut();
		this.offline = true;
	}

	/** Lets it reach the others again. */
	mend(): void {
		this.namespace?.mend();
		this.offline = false;
	}

	/** Asks it; nothing if it does not answer soon. */
	async asked<T>(method: string, ...params: unknown[]): Promise<T | undefined> {
		if (!this.running || this.stopped) return undefined;
		return askWithin<T>(3_000, this.http, method, ...params).catch(() => undefined);
	}

	/** The last final block that it knows; nothing if it does not answer. */
	async final(): Promise<Head | undefined> {
		const hash = await this.asked<string>("chain_getFinalizedHead");
		const header = hash && (await this.asked<{ number: string }>("chain_getHeader", hash));
		return header ? { hash: hash, height: Number(header.number) } : undefined;
	}

	/** The height of the best block that it knows; nothing if it does not answer. */
	async best(): Promise<number | undefined> {
		const header = await this.asked<{ number: string }>("chain_getHeader");
		return header && Number(header.number);
	}

	/** The end of its log. */
	tail(lines: number): string {
		return readFileSync(this.log, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
	}
}

/** Nodes on a chain of their own, which are started, stopped and disturbed one by one. */
export class Cluster {
	readonly nodes: ClusterNode[] = [];
	readonly folder = temporary();
	spec = "";

	private constructor(private readonly address: (name: string) => string) {}

	/** Makes a chain, starts its validators, and waits until they finalise. */
	static async start(options: ClusterOptions = {}): Promise<Cluster> {
		const cluster = await Cluster.prepare(options);
		try {
			for (const node of cluster.nodes) node.start();
			await cluster.ready();
			return cluster;
		} catch (error) {
			await cluster.fail(error);
			await cluster.remove();
			throw error;
		}
	}

	/** Makes a chain and its validators, and starts none. */
	static async prepare(options: ClusterOptions = {}): Promise<Cluster> {
		const account = await accounts();
		const cluster = new Cluster((name) => account(name).address);
		try {
			for (const name of options.validators ?? four) {
				await cluster.add(name, options.node?.(name) ?? {});
			}
			const own = cluster.nodes.map(({ account, identity }) => [account, [identity.id]]);
			const nodes = Object.fromEntries(own);
			cluster.spec = writeChainSpec(hanseNode, cluster.folder, {
				sessionLength: 10,
				...(options.registered ? { nodes } : {}),
				...options,
			});
			return cluster;
		} catch (error) {
			await cluster.remove();
			throw error;
		}
	}

	/** Adds a node, which is not started yet. */
	async add(name: string, options: NodeOptions = {}): Promise<ClusterNode> {
		const namespace = options.cuttable ? await Namespace.create() : undefined;
		const [rpc, p2p] = (await freePorts(2)) as [number, number];
		const ports = { rpc, p2p };
		const node = new ClusterNode(name, this.address(name), newIdentity(), ports, options, namespace, this);
		this.nodes.push(node);
		return node;
	}

	node(name: string): ClusterNode {
		const found = this.nodes.find((node) => node.name === name);
		if (!found) throw new Error(`there is no node ${name}`);
		return found;
	}

	/** The nodes that run and can be reached, but for those named. */
	others(...but: ClusterNode[]): ClusterNode[] {
		return this.nodes.filter((node) => node.reachable && !but.includes(node));
	}

	/** Waits for something, and fails at once when a node ends by itself. */
	until<T>(
		answer: () => T | undefined | false | Promise<T | undefined | false>,
		patience: Patience,
	): Promise<T> {
		return until(() => {
			this.check();
			return answer();
		}, patience);
	}

	/** Throws if a node has ended by itself. */
	check(): void {
		for (const { name, fallen } of this.nodes) {
			if (fallen) throw new Error(`${name}'s node ended by itself (${fallen})`);
		}
	}

	/** Waits until all that run are connected to each other and have finalised something new. */
	async ready(within = 120_000): Promise<void> {
		const running = this.nodes.filter((node) => node.running);
		const began = new Map<ClusterNode, number>();
		await Promise.all(
			running.map((node) =>
				this.until(
					async () => {
						const health = await node.asked<{ peers: number }>("system_health");
						const final = await node.final();
						if (!health || !final) return false;
						if (!began.has(node)) began.set(node, final.height);
						return health.peers >= running.length - 1 && final.height > began.get(node)!;
					},
					{ within, what: `${node.name} takes part` },
				),
			),
		);
	}

	/** The height that the node has finalised; asks until it answers. */
	height(node: ClusterNode): Promise<number> {
		return this.until(async () => (await node.final())?.height, {
			within: 30_000,
			what: `${node.name} says what is final`,
		});
	}

	/** Waits until the node has finalised so many blocks more than now, and gives the height. */
	async more(node: ClusterNode, blocks: number, within = 60_000): Promise<number> {
		const goal = (await this.height(node)) + blocks;
		return this.until(async () => ((await node.final())?.height ?? 0) >= goal && goal, {
			within,
			what: `${node.name} finalises ${blocks} more blocks, up to ${goal}`,
		});
	}

	/**
	 * Waits until the node takes part again: it has finalised what the witness has, and the witness got
	 * a vote of its in a round that began since. Gives the seconds since the call.
	 */
	async takesPart(node: ClusterNode, witness: ClusterNode, within = 120_000): Promise<number> {
		const since = performance.now();
		const before = latest(await rounds(witness));
		let votes = false;
		await this.until(
			async () => {
				votes ||= (await rounds(witness)).some(
					(state) =>
						later(state, before) &&
						state.prevotes.currentWeight > 0 &&
						!state.prevotes.missing.includes(node.grandpa),
				);
				const theirs = await witness.final();
				const its = await node.final();
				return votes && theirs && its && its.height >= theirs.height - 1;
			},
			{ within, what: `${node.name} votes and knows what is final`, every: 100 },
		);
		return (performance.now() - since) / 1000;
	}

	/**
	 * Waits until all that run know the last block that any of them has finalised, and sees that they
	 * have the same one, and the same state: each proves to have it.
	 */
	async agree(within = 60_000): Promise<Head & { stateRoot: string }> {
		const running = this.nodes.filter((node) => node.running);
		const heights = await Promise.all(running.map((node) => this.height(node)));
		const goal = Math.max(...heights);
		const seen = await Promise.all(
			running.map(async (node) => {
				await this.until(async () => ((await node.final())?.height ?? 0) >= goal, {
					within,
					what: `block ${goal} is final for ${node.name}`,
				});
				const hash = await ask<string>(node.http, "chain_getBlockHash", goal);
				const { stateRoot } = await ask<{ stateRoot: string }>(node.http, "chain_getHeader", hash);
				// Of the number of the block, which stands in every state.
				const key = "0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac";
				const { proof } = await ask<{ proof: string[] }>(node.http, "state_getReadProof", [key], hash);
				if (!proof.some((part) => blake2AsHex(part) === stateRoot)) {
					throw new Error(`${node.name} does not prove its state of block ${goal}`);
				}
				return { node, hash, stateRoot };
			}),
		);
		if (new Set(seen.map(({ hash, stateRoot }) => hash + stateRoot)).size !== 1) {
			const all = seen.map(({ node, hash, stateRoot }) => `${node.name}: ${hash}, state ${stateRoot}`);
			throw new Error(`not the same block ${goal}:\n${all.join("\n")}`);
		}
		return { height: goal, hash: seen[0]!.hash, stateRoot: seen[0]!.stateRoot };
	}

	/** Shows what the nodes said last, and keeps their logs. */
	async fail(error: unknown): Promise<void> {
		for (const node of this.nodes) {
			let tail = "";
			try {
				tail = node.tail(25);
			} catch {
				continue;
			}
			console.error(`\n-- the end of ${node.name}'s log:\n${tail.replace(/^/gm, "    ")}`);
		}
		console.error(`\n${error instanceof Error ? error.message : error}`);
		const keep = process.env.HANSE_LOGS;
		for (const { log, name } of keep ? this.nodes : []) {
			mkdirSync(keep!, { recursive: true });
			const copy = join(keep!, `${name.toLowerCase()}-${process.pid}-${Date.now()}.log`);
			try {
				cpSync(log, copy);
				console.error(`all of ${name}'s log: ${copy}`);
			} catch {
				// It was never started.
			}
		}
	}

	/** Ends all nodes, and removes what they left. */
	async remove(): Promise<void> {
		await Promise.all(this.nodes.filter(({ running }) => running).map((node) => node.end()));
		for (const { namespace } of this.nodes) namespace?.remove();
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** The rounds of votes that the node knows of, with the number of the set that votes. */
async function rounds(node: ClusterNode): Promise<(Round & { set: number })[]> {
	const state = await node.asked<{ setId: number; best: Round; background: Round[] }>("grandpa_roundState");
	if (!state) return [];
	return [state.best, ...state.background].map((round) => ({ ...round, set: state.setId }));
}

const later = (a: { set: number; round: number }, b: { set: number; round: number }): boolean =>
	a.set > b.set || (a.set === b.set && a.round > b.round);

const latest = (states: { set: number; round: number }[]): { set: number; round: number } =>
	states.reduce((last, state) => (later(state, last) ? state : last), { set: -1, round: -1 });

/**
 * Ports that nobody uses, below those that the system hands out by itself: a node that is down for a
 * while finds its own again.
 */
async function freePorts(count: number): Promise<number[]> {
	const found: number[] = [];
	while (found.length < count) {
		const port = 10_000 + Math.floor(Math.random() * 22_000);
		if (taken.has(port) || !(await free(port))) continue;
		taken.add(port);
		found.push(port);
	}
	return found;
}

const taken = new Set<number>();

function free(port: number): Promise<boolean> {
	return new Promise((done) => {
		const server = createServer();
		server.once("error", () => done(false));
		server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
	});
}
