package io.lifeboat.e2e.survival;

import io.lifeboat.e2e.job.Story;
import io.lifeboat.e2e.stack.Stack;

/** What else goes wrong around a disaster, beside processes that die. */
interface Trouble {

    /** Nothing. */
    Trouble NONE = new Trouble() {};

    /** All is well still; the region is lost next. */
    default void before(Stack stack) {}

    /** The region is lost; runs beside everything that follows. */
    default void meanwhile(Stack stack, Story story) {}

    /** The incident is closed. */
    default void afterwards(Stack stack) {}
}
