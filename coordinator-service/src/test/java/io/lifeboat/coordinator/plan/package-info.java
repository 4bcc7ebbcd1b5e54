@NullMarked
package io.lifeboat.coordinator.plan;

import org.jspecify.annotations.NullMarked;
