package io.lifeboat.e2e.stack;

import io.lifeboat.contract.envelope.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox says of itself in {@code sandbox.json} once it is ready.
 *
 * @param control where faults are asked for and the customers' record is read, by whoever holds the operator's token
 * @param aws the AWS endpoint
 * @param ca the certificate authority's PEM file
 * @param names DNS names by use
 * @param vantages where detectors stand
 * @param controlRoom where coordinator, executor and audit service stand
 * @param controls URLs outside every region
 * @param credentials dummies
 * @param secrets database logins by secret name; dummies
 * @param regions home and other
 * @param pager where pages go
 */
public record SandboxInfo(
        URI control,
        URI aws,
        Path ca,
        Map<String, String> names,
        Map<String, Place> vantages,
        Place controlRoom,
        List<String> controls,
        Credentials credentials,
        Map<String, Login> secrets,
        Regions regions,
        URI pager) {

    /**
     * A place in the sandbox's network.
     *
     * @param region the region it stands in and is lost with, or null when it stands in none
     * @param source the address its connections come from
     * @param resolver its DNS resolver, host:port
     * @param aws the AWS endpoint as it is reached from there, so that a cut path cuts it too
     */
    public record Place(@Nullable String region, String source, String resolver, URI aws) {}

    /** AWS credentials that are good nowhere else. */
    public record Credentials(String accessKeyId, String secretAccessKey) {}

    /** A database login that is good nowhere else. */
    public record Login(String username, String password) {}

    /** The two regions of the plan. */
    public record Regions(String home, String other) {}

    static SandboxInfo read(Path file) {
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), SandboxInfo.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
