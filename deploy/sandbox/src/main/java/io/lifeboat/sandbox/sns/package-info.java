/** SNS: what was published is kept, for the operator to look at. */
@NullMarked
package io.lifeboat.sandbox.sns;

import org.jspecify.annotations.NullMarked;
