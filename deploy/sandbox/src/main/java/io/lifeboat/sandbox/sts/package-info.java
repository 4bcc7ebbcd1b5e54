/** STS: who asks, and credentials of a role for whom. */
@NullMarked
package io.lifeboat.sandbox.sts;

import org.jspecify.annotations.NullMarked;
