/** Faults of the AWS APIs: what goes wrong with which calls, for how long. Faults of regions are the regions' own. */
@NullMarked
package io.lifeboat.sandbox.fault;

import org.jspecify.annotations.NullMarked;
