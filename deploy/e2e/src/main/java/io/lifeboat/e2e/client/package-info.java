/**
 * What a person asks the stack over REST, as code: coordinator, audit service and the sandbox's control; and the topics,
 * listened to.
 *
 * <p>In: a base URL, a broker's address. Out: JSON trees and messages; an {@link io.lifeboat.e2e.client.HttpFailure} with the problem's own words otherwise.
 */
@NullMarked
package io.lifeboat.e2e.client;

import org.jspecify.annotations.NullMarked;
