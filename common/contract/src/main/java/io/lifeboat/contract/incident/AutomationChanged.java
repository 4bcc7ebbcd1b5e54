package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;

/**
 * A person stopped all automation, or let it go on; told to every application there is a plan for.
 *
 * @param application the application
 * @param stopped whether no execution starts a new step from now on
 * @param act who said so, and why
 */
public record AutomationChanged(String application, boolean stopped, Act act) {}
