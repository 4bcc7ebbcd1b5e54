package io.lifeboat.simulator.cloud;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.simulator.engine.Host;

/** Watches what the cloud is asked to change and what changes. */
public interface Effects {

    /** A change leaves its sender. */
    void sent(Host sender, RunStep command, String change);

    /** A change arrived and changed something. */
    void changed(RunStep command, String change);

    /** The cloud gave up what a change had begun. */
    void undone(RunStep command, String change);

    /** A change arrived, and things were so already. */
    void unchanged(RunStep command, String change);

    /**
     * A change will not arrive.
     *
     * @param told whether its sender is told so, and may send it again
     */
    void lost(RunStep command, String change, boolean told);
}
