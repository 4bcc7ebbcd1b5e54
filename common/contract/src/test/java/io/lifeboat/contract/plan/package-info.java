@NullMarked
package io.lifeboat.contract.plan;

import org.jspecify.annotations.NullMarked;
