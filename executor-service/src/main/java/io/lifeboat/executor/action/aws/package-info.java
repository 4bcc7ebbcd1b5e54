/**
 * Actions on AWS. Pure views of what AWS describes ({@code ...View}) decide what was observed; the actions fetch and send.
 *
 * <p>In: an assignment pinned to two regions. Out: observations, and one call at a time that changes something. Every call
 * but the fence's goes to the region gone to; Route 53's, the last resort, to us-east-1.
 */
@NullMarked
package io.lifeboat.executor.action.aws;

import org.jspecify.annotations.NullMarked;
