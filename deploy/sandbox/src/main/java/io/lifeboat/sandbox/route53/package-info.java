/**
 * Route 53: hosted zones, failover records, aliases, and the changes made to them.
 *
 * <p>In: API calls (the control plane, in us-east-1) and questions from the resolvers (the data plane, everywhere). Out:
 * the record sets in force, chosen by the health of checks and alias targets.
 */
@NullMarked
package io.lifeboat.sandbox.route53;

import org.jspecify.annotations.NullMarked;
