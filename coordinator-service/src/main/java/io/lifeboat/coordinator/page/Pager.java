package io.lifeboat.coordinator.page;

import io.smallrye.mutiny.Uni;

/** How people are called. */
interface Pager {

    /** Calls once; fails when nobody can have heard it. */
    Uni<Void> call(Page page);
}
