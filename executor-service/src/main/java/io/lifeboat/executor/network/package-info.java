/**
 * The ways out that are not AWS: names, HTTP and PostgreSQL, through the resolver and the trusted CA of the settings.
 *
 * <p>In: names as the application uses them. Out: answers, or a
 * {@link io.lifeboat.executor.call.CallFailedException}. Every name is looked up afresh for each call; nothing is cached,
 * for what moved a moment ago is just what is being looked at.
 */
@NullMarked
package io.lifeboat.executor.network;

import org.jspecify.annotations.NullMarked;
