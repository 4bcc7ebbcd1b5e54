/** CloudWatch: what the cloud measured about itself comes in, GetMetricData answers go out. */
@NullMarked
package io.lifeboat.sandbox.cloudwatch;

import org.jspecify.annotations.NullMarked;
