/** What stands outside every region: targets that a detector doubts itself by, and the pager. */
@NullMarked
package io.lifeboat.sandbox.outside;

import org.jspecify.annotations.NullMarked;
