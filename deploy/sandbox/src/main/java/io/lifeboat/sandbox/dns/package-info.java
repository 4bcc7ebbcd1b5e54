/**
 * Name resolution as every place in the sandbox sees it.
 *
 * <p>In: DNS questions over UDP and TCP at a resolver address of each place. Out: answers from the zones, with their
 * TTLs; nothing at all where the asking place is cut off.
 */
@NullMarked
package io.lifeboat.sandbox.dns;

import org.jspecify.annotations.NullMarked;
