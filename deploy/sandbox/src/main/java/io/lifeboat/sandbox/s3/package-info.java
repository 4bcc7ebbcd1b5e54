/**
 * Buckets and objects, as far as a standby object needs them, and what bucket-wide damage looks like.
 *
 * <p>In: S3 API calls, and plain HTTP reads at the region's own address. Out: the objects kept.
 */
@NullMarked
package io.lifeboat.sandbox.s3;

import org.jspecify.annotations.NullMarked;
