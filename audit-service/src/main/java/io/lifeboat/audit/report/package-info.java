/**
 * A recovery's report, for machines and for readers.
 *
 * <p>In: a {@link io.lifeboat.audit.timing.RecoveryReport}. Out: its JSON form, with seconds as numbers and null for what
 * nobody measured, and its Markdown form, which says unknown instead.
 */
@NullMarked
package io.lifeboat.audit.report;

import org.jspecify.annotations.NullMarked;
