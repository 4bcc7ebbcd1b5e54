/**
 * What was deployed lately.
 *
 * <p>In: markers that a pipeline posts when it has deployed a version of an application. Out: the markers of an application
 * with their ages on PostgreSQL's clock. A marker is evidence for a fault of the service and decides nothing.
 */
@NullMarked
package io.lifeboat.coordinator.deploy;

import org.jspecify.annotations.NullMarked;
