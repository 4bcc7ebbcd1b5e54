@NullMarked
package io.lifeboat.coordinator.plan.lint;

import org.jspecify.annotations.NullMarked;
