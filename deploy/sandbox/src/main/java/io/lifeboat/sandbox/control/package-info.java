/**
 * The operator's REST: faults, customers, effects. It asks for the operator's token, which no service of the project
 * ever gets, so nothing under test can look at what only a test may know.
 */
@NullMarked
package io.lifeboat.sandbox.control;

import org.jspecify.annotations.NullMarked;
