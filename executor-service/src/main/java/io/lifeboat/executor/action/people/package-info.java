/**
 * Actions whose counterpart is a person: being told, and doing something by hand.
 *
 * <p>In: texts of the plan. Out: notifications, at least once under one id, and questions the coordinator keeps.
 */
@NullMarked
package io.lifeboat.executor.action.people;

import org.jspecify.annotations.NullMarked;
