import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { Program } from "./network.ts";
import { until } from "./until.ts";

/** Why this machine cannot cut a node off, if it cannot. */
export function noNamespaces(): string | undefined {
	if (process.getuid?.() !== 0) return "a network namespace needs root";
	for (const [command, ...args] of [["ip", "-V"], ["nsenter", "--version"], ["unshare", "--net", "true"]]) {
		const { error, status } = spawnSync(command!, args, { stdio: "ignore" });
		if (error || status !== 0) return `${[command, ...args].join(" ")} does not work here`;
	}
	return undefined;
}

/**
 * A network namespace for one node, with two cables to the world outside: one that it reaches the
 * other nodes by, which can be cut, and one to ask it questions by, which cannot.
 *
 * Nothing of it survives the process that holds it, and that one dies with this program.
 */
export class Namespace {
	private constructor(
		private readonly holder: Program,
		private readonly cable: string,
		/** This side's address on the cable between the nodes. */
		readonly outside: string,
		/** The node's address on it. */
		readonly inside: string,
		/** The node's address for questions. */
		readonly console: string,
	) {}

	static async create(): Promise<Namespace> {
		const holder = new Program("unshare", ["--net", "sleep", "infinity"]);
		const ours = readlinkSync("/proc/self/ns/net");
		await until(
			() => {
				if (!holder.running) throw new Error(`no namespace: ${holder.output}`);
				return namespaceOf(holder.pid!) !== ours;
			},
			{ within: 10_000, what: "the namespace is there", every: 20 },
		);
		// Names and addresses (a range for tests of networks, RFC 2544) that no other test uses.
		const number = holder.pid! % 16_384;
		const address = (offset: number): string =>
			`198.${18 + (number >> 13)}.${(number >> 5) & 255}.${((number & 31) << 3) + offset}`;
		const [cable, questions] = [`hanse${holder.pid}n`, `hanse${holder.pid}q`];
		const within = ["nsenter", `--net=/proc/${holder.pid}/ns/net`];
		try {
			command(...within, "ip", "link", "set", "lo", "up");
			for (const [name, first] of [[cable, 1], [questions, 5]] as const) {
				const peer = ["peer", "name", name, "netns", `${holder.pid}`];
				command("ip", "link", "add", name, "type", "veth", ...peer);
				command("ip", "address", "add", `${address(first)}/30`, "dev", name);
				command("ip", "link", "set", name, "up");
				command(...within, "ip", "address", "add", `${address(first + 1)}/30`, "dev", name);
				command(...within, "ip", "link", "set", name, "up");
			}
		} catch (error) {
			holder.kill("SIGKILL");
			throw error;
		}
		return new Namespace(holder, cable, address(1), address(2), address(6));
	}

	/** What to put before a command so that it runs in here. */
	get prefix(): string[] {
		return ["nsenter", `--net=/proc/${this.holder.pid}/ns/net`];
	}

	/** Takes the cable between the nodes out: what is sent on either side is lost. */
	cut(): void {
		command(...this.prefix, "ip", "link", "set", this.cable, "down");
	}

	/** Puts it back in. */
	mend(): void {
		command(...this.prefix, "ip", "link", "set", this.cable, "up");
	}

	remove(): void {
		this.holder.kill("SIGKILL");
	}
}

function namespaceOf(pid: number): string | undefined {
	try {
		return readlinkSync(`/proc/${pid}/ns/net`);
	} catch {
		return undefined;
	}
}

function command(...args: string[]): void {
	const { status, stderr, error } = spawnSync(args[0]!, args.slice(1), { encoding: "utf8" });
	if (status !== 0) throw new Error(`${args.join(" ")}: ${error ?? stderr}`);
}
