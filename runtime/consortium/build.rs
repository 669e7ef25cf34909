//! Compiles the runtime to the WebAssembly blob that the chain executes.

#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
fn main() {
	substrate_wasm_builder::WasmBuilder::init_with_defaults().build();
}

/// Puts the digest of the metadata into the blob as well, so that a signing device can check that
/// what it shows is what it signs. The blob is compiled twice for that.
#[cfg(all(feature = "std", feature = "metadata-hash"))]
fn main() {
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_metadata_hash("HNS", 12)
		.build();
}

#[cfg(not(feature = "std"))]
fn main() {}
