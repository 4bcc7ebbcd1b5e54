/** The sandbox as a whole: puts its parts together, starts and stops them, and writes down where they are. */
@NullMarked
package io.lifeboat.sandbox;

import org.jspecify.annotations.NullMarked;
