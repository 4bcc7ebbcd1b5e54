/**
 * KMS: the states of keys, as far as somebody who takes them away needs them. Nothing is encrypted.
 *
 * <p>In: KMS API calls. Out: the keys' states.
 */
@NullMarked
package io.lifeboat.sandbox.kms;

import org.jspecify.annotations.NullMarked;
