/**
 * The messages that flow between the services and the plan they are all about: plain records, no framework.
 *
 * <p>In: nothing. Out: one package for every topic, named for it, and {@code envelope}, which turns a record into a
 * message and back. The flow is {@code plan -> signal -> outage -> incident -> command -> step -> timing}.
 */
package io.lifeboat.contract;
