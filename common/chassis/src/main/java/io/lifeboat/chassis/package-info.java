/**
 * What every service needs and no library gives.
 *
 * <p>A consumed message passes {@code intake} (unpack), {@code transaction}, {@code inbox} (seen before?), the service's
 * own handler, {@code outbox} (what it causes) and, after the commit, {@code broker}. Beans that need a database exist only
 * in services that set {@code quarkus.datasource.db-kind=postgresql}.
 */
@NullMarked
package io.lifeboat.chassis;

import org.jspecify.annotations.NullMarked;
