import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a chain for a test begins with, beside what the preset `local` says. */
export interface Beginning {
	/** How many blocks a session has. */
	sessionLength: number;
	/** The least validators that the consortium wants, if not what the preset says. */
	minValidators?: number;
	/** The share of its slots that a validator may miss before it is set aside. */
	tolerance?: number;
	/** Accounts that hold as much money as those of the preset. */
	endowed?: string[];
	/** The identities of the nodes that members registered, by account. */
	nodes?: Record<string, string[]>;
	/** The compiled runtime, as hexadecimal, if not the node's own. */
	code?: string;
	/** Changes whatever else there is to change. */
	change?: (genesis: any) => void;
}

/** Writes the specification of a new chain into a folder, and says where. */
export function writeChainSpec(node: string, folder: string, beginning: Beginning): string {
	const plain = JSON.parse(exported(node, "local"));
	const { runtimeGenesis } = plain.genesis;
	if (beginning.code) runtimeGenesis.code = beginning.code;
	const genesis = runtimeGenesis.patch;
	genesis.sessionLength.blocks = beginning.sessionLength;
	if (beginning.minValidators) genesis.consortium.minValidators = beginning.minValidators;
	if (beginning.tolerance !== undefined) {
		genesis.attendance = { tolerance: Math.round(beginning.tolerance * 1e9) };
	}
	for (const account of beginning.endowed ?? []) {
		genesis.balances.balances.push([account, genesis.balances.balances[0][1]]);
	}
	for (const member of genesis.consortium.members) {
		const nodes = beginning.nodes?.[member.account];
		if (nodes) member.nodes = nodes;
	}
	beginning.change?.(genesis);
	const changed = join(folder, "chain-spec-plain.json");
	writeFileSync(changed, JSON.stringify(plain));

	const spec = join(folder, "chain-spec.json");
	writeFileSync(spec, exported(node, changed, "--raw"));
	return spec;
}

/** The compiled runtime that the node brings, as hexadecimal. */
export function ownCode(node: string): string {
	return JSON.parse(exported(node, "local")).genesis.runtimeGenesis.code;
}

/** A compiled runtime from a file, as hexadecimal. */
export const codeFrom = (file: string): string => `0x${readFileSync(file).toString("hex")}`;

function exported(node: string, chain: string, ...more: string[]): string {
	const args = ["export-chain-spec", "--chain", chain, ...more];
	const { status, stdout, stderr, error } = spawnSync(node, args, {
		encoding: "utf8",
		maxBuffer: 256 * 1024 * 1024,
	});
	if (status !== 0) throw new Error(`${node} ${args.join(" ")}: ${error ?? stderr}`);
	return stdout;
}
