package io.lifeboat.sandbox.route53;

import java.util.List;

/** A batch was refused, and nothing of it was done. */
final class InvalidChangeBatchException extends RuntimeException {

    private final List<String> problems;

    InvalidChangeBatchException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
