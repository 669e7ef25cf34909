import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTime, until } from "./until.ts";

const top = fileURLToPath(new URL("../..", import.meta.url));

/** Where cargo put the node and the tools; the same default as that of the scripts. */
export const binaries = join(
	process.env.CARGO_TARGET_DIR ??
		join(process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? "", ".cache"), "hanse/target"),
	"release",
);

/** A validator, as network.json tells it. */
export interface Validator {
	name: string;
	account: string;
	ws: string;
	http: string;
	pid: number;
	log: string;
	base: string;
}

/** What network.json tells. */
export interface Description {
	pid: number;
	genesis: string;
	chainSpec: string;
	nodes: Validator[];
}

/** How a program ended, and everything it printed. */
export interface Ended {
	code: number | null;
	signal: NodeJS.Signals | null;
	output: string;
}

/** A program that runs, and dies with this one whatever happens to this one. */
export class Program {
	output = "";
	/** Standard output alone. */
	stdout = "";
	readonly ended: Promise<Ended>;
	private readonly child: ChildProcess;

	constructor(path: string, args: string[], env: NodeJS.ProcessEnv = {}) {
		this.child = spawn("setpriv", ["--pdeathsig", "TERM", path, ...args], {
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, ...env },
		});
		this.child.stdout?.setEncoding("utf8").on("data", (text: string) => {
			this.output += text;
			this.stdout += text;
		});
		this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
			this.output += text;
		});
		this.ended = new Promise((done, fail) => {
			this.child.on("error", fail);
			this.child.on("close", (code, signal) => done({ code, signal, output: this.output }));
		});
	}

	get pid(): number | undefined {
		return this.child.pid;
	}

	get running(): boolean {
		return this.child.exitCode === null && this.child.signalCode === null;
	}

	kill(signal: NodeJS.Signals): void {
		this.child.kill(signal);
	}
}

/** Runs scripts/run with the arguments. */
export const run = (...args: string[]): Program => new Program(join(top, "scripts/run"), args);

/** Whether a process is there. */
export function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** A folder that is removed by whoever asked for it. */
export const temporary = (): string => mkdtempSync(join(tmpdir(), "hanse-"));

/** Four validators, started by scripts/run. */
export class Network {
	readonly nodes: Validator[];

	private constructor(
		readonly data: string,
		readonly description: Description,
		private readonly program: Program,
	) {
		this.nodes = description.nodes;
	}

	/**
	 * Starts a network on a chain of its own, or on the one in `data`, with further options of scripts/run,
	 * and waits until it finalises.
	 */
	static async start(data = temporary(), ...more: string[]): Promise<Network> {
		const program = run("--no-build", "--free-ports", "--data", data, ...more);
		const file = join(data, "network.json");
		const described = (): Description | undefined => {
			const description = existsSync(file) && JSON.parse(readFileSync(file, "utf8"));
			// A script that was killed has left its own behind.
			return description?.pid === program.pid ? description : undefined;
		};
		const description = await until(() => described() ?? (program.running ? undefined : "failed"), {
			within: 240_000,
			what: "the network is ready",
		});
		if (description === "failed") throw new Error(`the network did not start:\n${program.output}`);
		return new Network(data, description, program);
	}

	/** Sends a signal to the script, and waits for its end. */
	async stop(signal: NodeJS.Signals = "SIGINT"): Promise<Ended> {
		this.program.kill(signal);
		return this.ended();
	}

	/** Waits for the end of the script. */
	ended(): Promise<Ended> {
		return inTime(this.program.ended, { within: 60_000, what: "the network stops" });
	}

	/** Stops the network if it runs, and removes what it left. */
	async remove(): Promise<void> {
		if (this.program.running) await this.stop();
		rmSync(this.data, { recursive: true, force: true });
	}
}
