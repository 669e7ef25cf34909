/** Whether only what does not take long is wanted. */
export const quick = process.env.HANSE_FAULTS_QUICK === "1";

/** The faults that are wanted, by name; all if none is named. */
const names = (process.env.HANSE_FAULTS ?? "").split(",").filter((name) => name !== "");

/** Defines the tests of those that are wanted, in this order. */
export function define(faults: Record<string, () => void>): void {
	const unknown = names.filter((name) => !(name in faults));
	if (unknown.length > 0) throw new Error(`there is no fault ${unknown.join(", ")}`);
	for (const [name, tests] of Object.entries(faults)) {
		if (names.length === 0 || names.includes(name)) tests();
	}
}
