package io.lifeboat.simulator.engine;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A failure with where it came from. */
final class Failures {

    private Failures() {}

    static String inWords(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
