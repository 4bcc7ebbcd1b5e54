/**
 * Rules that several services' code keeps to.
 *
 * <p>In: a service's classes. Out: an assertion. Needs ArchUnit, which every service's tests have.
 */
@NullMarked
package io.lifeboat.testkit.walls;

import org.jspecify.annotations.NullMarked;
