@NullMarked
package io.lifeboat.contract.envelope;

import org.jspecify.annotations.NullMarked;
