//! Compiles the runtime to the WebAssembly blob that the chain executes.

use std::{env, error::Error, path::Path};
use substrate_wasm_builder::WasmBuilder;

fn main() -> Result<(), Box<dyn Error>> {
	// Asked when it runs, not when it is compiled: another checkout may have compiled it. And the builder
	// compares paths, so it has to be the one that cargo would name.
	let here = env::var("CARGO_MANIFEST_DIR")?;
	let runtime = Path::new(&here).join("../consortium/Cargo.toml");
	let builder = WasmBuilder::new()
		.with_project(runtime.canonicalize()?)?
		.import_memory()
		.export_heap_base();
	// Puts the digest of the metadata into the blob as well, so that a signing device can check that
	// what it shows is what it signs. The blob is compiled twice for that.
	#[cfg(feature = "metadata-hash")]
	let builder = builder.enable_metadata_hash("HNS", 12);
	builder.build();
	Ok(())
}
