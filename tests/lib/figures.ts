import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";

/** What a test measured, and what it promised. */
export interface Figure {
	fault: string;
	what: string;
	value: number;
	unit: string;
	/** The value may be no more than this. */
	most?: number;
	/** The value may be no less than this. */
	least?: number;
}

/**
 * Tells what was measured, to whoever reads the test and to the file that HANSE_FIGURES names, and
 * fails if it is not what was promised.
 */
export function tell(t: { diagnostic(message: string): void }, figure: Figure): void {
	const { fault, what, unit, most, least } = figure;
	const value = Math.round(figure.value * 100) / 100;
	const bar = most !== undefined ? ` (at most ${most})` : least !== undefined ? ` (at least ${least})` : "";
	const line = `${fault}: ${what}: ${value} ${unit}${bar}`;
	t.diagnostic(line);
	const passed = (most === undefined || value <= most) && (least === undefined || value >= least);
	const file = process.env.HANSE_FIGURES;
	if (file) appendFileSync(file, JSON.stringify({ ...figure, value, passed }) + "\n");
	assert.ok(passed, line);
}
