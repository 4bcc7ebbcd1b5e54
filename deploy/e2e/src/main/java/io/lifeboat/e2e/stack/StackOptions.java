package io.lifeboat.e2e.stack;

import java.util.List;

/**
 * How a stack is started.
 *
 * @param sandbox options handed on to the sandbox, for example {@code --promotion 4s}
 */
public record StackOptions(List<String> sandbox) {

    public StackOptions {
        sandbox = List.copyOf(sandbox);
    }

    /** The sandbox as it is by itself. */
    public static StackOptions plain() {
        return new StackOptions(List.of());
    }
}
