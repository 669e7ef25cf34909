/** How long something may take, and what it is, for the message when it takes longer. */
export interface Patience {
	within: number;
	what: string;
	every?: number;
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Asks again and again until there is an answer, and gives it; throws when the time is over. */
export async function until<T>(
	ask: () => T | undefined | false | Promise<T | undefined | false>,
	{ within, what, every = 200 }: Patience,
): Promise<T> {
	const deadline = Date.now() + within;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (Date.now() > deadline) throw new Error(`not within ${within / 1000} s: ${what}`);
		await sleep(every);
	}
}

/** Waits for a promise, but not for ever. */
export async function inTime<T>(promise: Promise<T>, { within, what }: Patience): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, fail) => {
		timer = setTimeout(() => fail(new Error(`not within ${within / 1000} s: ${what}`)), within);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** The value that a share of the values does not exceed. */
export function quantile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
