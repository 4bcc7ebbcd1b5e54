/**
 * How the detector reaches things: which resolver it asks, which authorities it trusts, which address it calls from and
 * with whose password.
 *
 * <p>In: ordinary settings ({@code lifeboat.network.*}, {@code lifeboat.secrets.*}). Out: addresses, looked up afresh each
 * time, and trust. {@link java.net.InetAddress} never looks a name up here, for the JDK would cache the answer.
 */
@NullMarked
package io.lifeboat.detector.network;

import org.jspecify.annotations.NullMarked;
