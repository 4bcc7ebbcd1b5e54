package io.lifeboat.e2e.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.e2e.job.MainJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The audit service's report with the customers' own record beside it, as files. */
final class Reports {

    private Reports() {}

    /**
     * What was written.
     *
     * @param json the machine's form
     * @param markdown the reader's form
     */
    record Written(Path json, Path markdown) {}

    static Written write(Path folder, MainJob.Outcome outcome) {
        try {
            Files.createDirectories(folder);
            ObjectNode all = Json.mapper().createObjectNode();
            all.set("report", outcome.report());
            all.set("customers", outcome.customers());
            all.set("verdict", Json.mapper().valueToTree(outcome.verdict()));
            Path json = folder.resolve("report.json");
            Files.write(json, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
            Path markdown = folder.resolve("report.md");
            Files.writeString(
                    markdown, outcome.markdown() + "\n" + Comparison.of(outcome).markdown());
            return new Written(json, markdown);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the reports to " + folder, e);
        }
    }
}
