import { ApiPromise, Keyring, WsProvider } from "@polkadot/api";
import type { SubmittableExtrinsic } from "@polkadot/api/types";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { DispatchError, EventRecord, Si1Field } from "@polkadot/types/interfaces";
import type { Codec } from "@polkadot/types/types";
import { compactToU8a, u8aConcat, u8aToHex, u8aToU8a } from "@polkadot/util";
import { cryptoWaitReady } from "@polkadot/util-crypto";
import type { Validator } from "./network.ts";
import { inTime } from "./until.ts";

/** A call, ready to be signed or to be put into another. */
export type Call = SubmittableExtrinsic<"promise">;

/** What a transaction did. */
export interface Done {
	block: string;
	events: EventRecord[];
}

/** A transaction that is in a block and failed there, by the name of its error. */
export class Refused extends Error {
	constructor(readonly error: string) {
		super(`refused: ${error}`);
	}
}

/** A client of a node; of the next of several when the one that it talks to is gone. */
export async function connect(...nodes: Pick<Validator, "ws">[]): Promise<ApiPromise> {
	const urls = nodes.map(({ ws }) => ws);
	const api = new ApiPromise({ provider: new WsProvider(urls), noInitWarn: true });
	return inTime(api.isReadyOrError, { within: 30_000, what: `a client connects to ${urls}` });
}

/** The accounts of development: `account("Alice")` holds the key //Alice. */
export async function accounts(): Promise<(name: string) => KeyringPair> {
	await cryptoWaitReady();
	const keyring = new Keyring({ type: "sr25519", ss58Format: 42 });
	return (name) => keyring.addFromUri(`//${name}`);
}

/** The name of an error, as `pallet.Error`. */
export function nameOf(api: ApiPromise, error: DispatchError): string {
	if (!error.isModule) return error.type;
	const { section, name } = api.registry.findMetaError(error.asModule);
	return `${section}.${name}`;
}

/**
 * The name of an error with all that it says besides, in brackets: where in a call, and why. Metadata
 * describe it, but the library shows the name alone.
 */
export function inFull(api: ApiPromise, error: DispatchError): string {
	const name = nameOf(api, error);
	if (!error.isModule) return name;
	// Behind the number of the error stand its fields, one after the other.
	let rest = error.asModule.error.subarray(1);
	const { fields } = api.registry.findMetaError(error.asModule) as unknown as ErrorMetadata;
	const said = fields.map(({ type }) => {
		const value = api.createType(api.registry.createLookupType(type), rest);
		rest = rest.subarray(value.encodedLength);
		return value.toString();
	});
	return said.length > 0 ? `${name}(${said.join(", ")})` : name;
}

/** What the library knows of an error, and does not tell TypeScript. */
interface ErrorMetadata {
	fields: Si1Field[];
}

/** Signs and submits a call, and waits until it is in a block. Throws `Refused` if it failed there. */
export function submit(api: ApiPromise, call: Call, signer: KeyringPair): Promise<Done> {
	let leave: (() => void) | undefined;
	const done = new Promise<Done>((done, fail) => {
		call.signAndSend(signer, { nonce: -1 }, ({ status, dispatchError, events, isError }) => {
			if (dispatchError) fail(new Refused(nameOf(api, dispatchError)));
			else if (status.isInBlock) done({ block: status.asInBlock.toHex(), events });
			else if (isError) fail(new Error(`the node gave up the transaction: ${status.type}`));
		}).then((unsubscribe) => (leave = unsubscribe), fail);
	});
	const what = `${call.method.section}.${call.method.method} is in a block`;
	return inTime(done, { within: 60_000, what }).finally(() => leave?.());
}

/**
 * What each of the calls is refused for. One transaction brings them all, each by itself; throws if
 * one of them is carried out.
 */
export async function refusals(
	api: ApiPromise,
	calls: Call[],
	signer: KeyringPair,
): Promise<DispatchError[]> {
	const done = await submit(api, api.tx.utility.forceBatch(calls), signer);
	const outcomes = done.events
		.map(({ event }) => event)
		.filter(({ section, method }) => section === "utility" && method.startsWith("Item"));
	return outcomes.map(({ method, data }, i) => {
		const { section, method: call } = calls[i]!.method;
		if (method !== "ItemFailed") throw new Error(`${section}.${call} (${i}) was not refused`);
		return (data as unknown as { error: DispatchError }).error;
	});
}

/** The fields of the one event of a kind, by its pallet and its name. */
export function eventOf(done: Done, section: string, method: string): any {
	const found = done.events
		.map(({ event }) => event)
		.filter((event) => event.section === section && event.method === method);
	if (found.length !== 1) throw new Error(`${found.length} times ${section}.${method}`);
	return found[0]!.data;
}

/** A question to a view function, ready to be asked of any node. */
export interface Question {
	/** What to pass to `RuntimeViewFunction_execute_view_function`. */
	input: string;
	/** What the bytes that come back mean. */
	read: (answer: string | Uint8Array) => Codec;
}

/**
 * Puts together a question to a view function, by its pallet and its name in the metadata. The library
 * does not know view functions: this is what a client has to do itself.
 */
export function question(api: ApiPromise, pallet: string, name: string, ...args: unknown[]): Question {
	const found = api.runtimeMetadata.asV16.pallets
		.find((p) => p.name.toString() === pallet)
		?.viewFunctions.find((f) => f.name.toString() === name);
	if (!found) throw new Error(`there is no view function ${pallet}.${name}`);

	const input = u8aConcat(
		...found.inputs.map(({ type }, i) =>
			api.createType(api.registry.createLookupType(type), args[i]).toU8a(),
		),
	);
	return {
		input: u8aToHex(u8aConcat(found.id.toU8a(), compactToU8a(input.length), input)),
		read: (answer) => {
			// The error names a query or an input that does not decode, and ours do.
			const result = api.createType("Result<Bytes, Bytes>", u8aToU8a(answer));
			const { isOk, asOk } = result as unknown as { isOk: boolean; asOk: Codec };
			if (!isOk) throw new Error(`the view function ${pallet}.${name} failed: ${result.toHex()}`);
			return api.createType(api.registry.createLookupType(found.output), asOk.toU8a(true));
		},
	};
}

/** Asks a view function about the best block. */
export async function view(
	api: ApiPromise,
	pallet: string,
	name: string,
	...args: unknown[]
): Promise<Codec> {
	const { input, read } = question(api, pallet, name, ...args);
	return read((await api.rpc.state.call("RuntimeViewFunction_execute_view_function", input)).toU8a(true));
}

/** A call to a node over HTTP without any library: what an integrator in another language does. */
export function ask<T>(url: string, method: string, ...params: unknown[]): Promise<T> {
	return askWithin<T>(60_000, url, method, ...params);
}

/** The same, for nodes that need not answer: it fails when the time, in milliseconds, is over. */
export async function askWithin<T>(
	time: number,
	url: string,
	method: string,
	...params: unknown[]
): Promise<T> {
	const response = await fetch(url, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
		signal: AbortSignal.timeout(time),
	});
	const { result, error } = (await response.json()) as { result: T; error?: JsonRpcError };
	if (error) throw new RpcError(error);
	return result;
}

interface JsonRpcError {
	code: number;
	message: string;
	data?: unknown;
}

/** What a node answered instead of a result. */
export class RpcError extends Error {
	readonly code: number;
	readonly data: unknown;
	constructor({ code, message, data }: JsonRpcError) {
		super(message);
		this.code = code;
		this.data = data;
	}
}

/** The height of the last final block. */
export async function finalHeight({ http }: Pick<Validator, "http">): Promise<number> {
	const hash = await ask<string>(http, "chain_getFinalizedHead");
	const { number } = await ask<{ number: string }>(http, "chain_getHeader", hash);
	return Number(number);
}

