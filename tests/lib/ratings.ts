import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generator } from "./random.ts";

/** A history of ratings, and what is known of the traders if anything is. */
export interface History {
	ratings: string;
	labels?: string;
}

const beside = fileURLToPath(new URL("../../../shared/data/bitcoin-otc", import.meta.url));

/**
 * The ratings that HANSE_RATINGS names, or those of Bitcoin OTC where they lie beside the checkout;
 * with labels.csv in the same folder, if there is one.
 */
export function realHistory(): History | undefined {
	const ratings = process.env.HANSE_RATINGS ?? join(beside, "ratings.csv");
	if (!existsSync(ratings)) {
		if (process.env.HANSE_RATINGS) throw new Error(`HANSE_RATINGS: there is no ${ratings}`);
		return undefined;
	}
	const labels = join(dirname(ratings), "labels.csv");
	return existsSync(labels) ? { ratings, labels } : { ratings };
}

/** The first lines of a history, in a folder. */
export function firstOf({ ratings, labels }: History, lines: number, folder: string): History {
	const all = readFileSync(ratings, "utf8").split("\n");
	const file = join(folder, "ratings.csv");
	writeFileSync(file, all.slice(0, lines).join("\n") + "\n");
	return labels ? { ratings: file, labels } : { ratings: file };
}

/**
 * Makes up a history, always the same: 150 traders over a year, who are honest but for one in six. The
 * honest deal well and say what they saw; the others disappoint, praise each other, and run down the
 * honest.
 */
export function madeUpHistory(lines: number, folder: string): History {
	const next = generator(1609);
	const below = (n: number): number => Math.floor(next() * n);
	const traders = 150;
	const fraudulent = (trader: number): boolean => trader % 6 === 0;
	const rate = (rater: number, subject: number): number => {
		if (fraudulent(rater)) return fraudulent(subject) ? 10 : -1 - below(5);
		const disappointed = next() < (fraudulent(subject) ? 0.7 : 0.03);
		return disappointed ? -1 - below(10) : 1 + below(5);
	};

	let ratings = "";
	let time = 1_300_000_000;
	for (let line = 0; line < lines; line++) {
		// Low numbers trade more than high ones.
		const rater = 1 + Math.floor(traders * next() ** 2);
		let subject = rater;
		while (subject === rater) subject = 1 + Math.floor(traders * next() ** 2);
		time += next() * ((2 * 365 * 86_400) / lines);
		ratings += `${rater},${subject},${rate(rater, subject)},${time.toFixed(3)}\n`;
	}
	let labels = "";
	for (let trader = 1; trader <= traders; trader++) {
		labels += `${trader},${fraudulent(trader) ? -1 : 1}\n`;
	}
	const history = { ratings: join(folder, "ratings.csv"), labels: join(folder, "labels.csv") };
	writeFileSync(history.ratings, ratings);
	writeFileSync(history.labels, labels);
	return history;
}
