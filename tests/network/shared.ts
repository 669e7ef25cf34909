import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { accounts, connect } from "../lib/chain.ts";
import { Network } from "../lib/network.ts";

/** The one network of these tests, a client of its first validator, and the accounts. */
export let network: Network;
export let api: ApiPromise;
export let account: (name: string) => KeyringPair;

export async function start(): Promise<void> {
	account = await accounts();
	network = await Network.start();
	api = await connect(network.nodes[0]!);
}

export async function stop(): Promise<void> {
	await api?.disconnect();
	await network?.remove();
}
