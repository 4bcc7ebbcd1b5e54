/**
 * What a vantage sees, as state: the message on the topic {@code signals}.
 *
 * <p>In: looks. Out: a full snapshot for each application and vantage; the latest wins. Ages, not times, are what others
 * may reason about, for clocks of two machines are never compared.
 */
@NullMarked
package io.lifeboat.contract.signal;

import org.jspecify.annotations.NullMarked;
