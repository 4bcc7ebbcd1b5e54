/**
 * Actions that are HTTP requests: to the application, and to whoever is to be told to stand still.
 *
 * <p>In: URLs whose placeholders the coordinator has replaced. Out: observations made of the answers.
 */
@NullMarked
package io.lifeboat.executor.action.http;

import org.jspecify.annotations.NullMarked;
