/**
 * B4, decision to command.
 *
 * <p>In: outage events of vantages that exist only as messages, at a rate. Out: how long after the decision's commit a consumer
 * has the command, beside a bare produce and consume.
 */
@NullMarked
package io.lifeboat.bench.command;

import org.jspecify.annotations.NullMarked;
