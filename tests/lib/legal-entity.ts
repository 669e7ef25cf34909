/** A legal entity identifier: eighteen characters and their check digits by ISO 7064 MOD 97-10. */
export function legalEntity(prefix: string): string {
	const digits = [...`${prefix}00`].map((c) => parseInt(c, 36)).join("");
	return prefix + String(98n - (BigInt(digits) % 97n)).padStart(2, "0");
}
