//! What the standard library would bring along: the allocator, which is the same one, and the end after a panic, of
//! which the standard library would first make a text that nobody sees.

#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

#[panic_handler]
fn end(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
